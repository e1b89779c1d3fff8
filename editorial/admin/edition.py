"""What the admins of all kinds of content share."""

from editorial.admin.form.edit import ContentMixin
from editorial.admin.workflow.mixin import WorkflowMixin


class EditionAdmin(WorkflowMixin, ContentMixin):
    """The admin of one kind of content: its workflow and its edit form.

    A kind names the fields of its form (`groups`) and its parts (`parts`)::

        @admin.register(Page)
        class PageAdmin(EditionAdmin):
            groups = ((None, ("title", "slug", "summary")), (_("Place"), ("parent", "themetag")))
            parts = (SECTIONS, FIGURES, ATTACHMENTS)
    """
