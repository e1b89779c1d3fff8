"""The JSON API, read only: plain views (`operations`), their parameters, and the document that describes them."""
