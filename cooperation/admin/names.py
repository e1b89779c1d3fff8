"""Other names on the forms of every kind."""

from cooperation.models import OtherName
from editorial.admin.form.inlines import PartInline

OTHER_NAMES = PartInline(OtherName, ("name", "note", "from_year", "to_year"))
