"""The admin of the engine: the screens on which staff write, review and publish."""

from editorial.admin import jobs, notices, releases, remarks, server_clocks, translating, visitors
from editorial.admin.checks import content_checks, glossary, links, verification
from editorial.admin.listing import documents
from editorial.admin.people import parties, people, refusals, staff
from editorial.admin.review import action_link
from editorial.admin.workflow import assignments
