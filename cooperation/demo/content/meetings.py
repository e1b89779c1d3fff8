"""The meetings of the demo."""

from cooperation.demo.content.meetings_2016_2019 import EARLIER
from cooperation.demo.content.meetings_2020_2022 import LATER
from cooperation.demo.content.meetings_defence import DEFENCE
from cooperation.demo.content.meetings_dialogues import DIALOGUES

MEETINGS = [*EARLIER, *LATER, *DEFENCE, *DIALOGUES]
