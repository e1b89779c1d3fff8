"""What is looked for in content: requirements that keep it from review, advice that may be waived, links, the glossary.

May use: `editorial.search` and below. A new check is a file in `advice/`; `requirements` has what every kind must have.
"""
