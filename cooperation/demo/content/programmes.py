"""The programmes of the demo."""

from cooperation.demo.content.programmes_people import PEOPLE
from cooperation.demo.content.programmes_security import SECURITY

PROGRAMMES = [*SECURITY, *PEOPLE]
