"""The life of a document as a file for the record: everything that was said, decided and signed, verifiable without us.

`export` makes the archive, `verify` checks one; `manage.py record` does both.
"""

from editorial.exports.record.making import Made, export
from editorial.exports.record.verifying import Finding, verify

__all__ = ["Finding", "Made", "export", "verify"]
