"""The screens of releases, and what an edition's screens say of its release."""

from editorial.admin.releases import asides, desk  # noqa: F401  # they register themselves
