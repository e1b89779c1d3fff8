"""How a public page is asked for: language, moment and address; and what is shown in its place when it is not there."""
