"""What was said to the public: joint statements, releases, backgrounders, a speech."""

from cooperation.demo.content.statements_defence import DEFENCE
from cooperation.demo.content.statements_leaders import LEADERS
from cooperation.demo.content.statements_people import PEOPLE

STATEMENTS = [*LEADERS, *DEFENCE, *PEOPLE]
