"""The words that stand in the addresses of the pages on which visitors speak, in each language."""

PROBLEM = {"en": "report-a-problem", "fr": "signaler-un-probleme", "es": "informar-de-un-problema"}
COMMENTS = {"en": "comments", "fr": "commentaires", "es": "comentarios"}
THANKS = {"en": "thank-you", "fr": "merci", "es": "gracias"}
