"""The objectives that the report for 2020 sets for 2021, and the one it carries on from 2019."""

from cooperation.demo.content.objectives import (
    DIGITAL,
    FOUR_SUBJECTS,
    GENDER,
    INCLUSION,
    LABOUR,
    ORGANIC,
    RECOVERY,
    SESSION_17,
    objective,
)

OBJECTIVES = [
    objective("2020-agri-business-1", "agri-business", ORGANIC),
    objective("2020-agri-business-2", "agri-business", DIGITAL),
    objective("2020-agri-business-3", "agri-business", INCLUSION),
    objective("2020-agri-business-4", "agri-business", LABOUR),
    objective("2020-creativity-culture-1", "creativity-culture", SESSION_17),
    objective(
        "2020-creativity-culture-2", "creativity-culture", FOUR_SUBJECTS, "under_way", "2019-creativity-culture-1"
    ),
    objective("2020-creativity-culture-3", "creativity-culture", GENDER),
    objective("2020-energy-1", "energy", SESSION_17),
    objective("2020-energy-2", "energy", GENDER),
    objective("2020-environment-1", "environment", SESSION_17),
    objective("2020-environment-2", "environment", GENDER),
    objective("2020-forestry-1", "forestry", SESSION_17),
    objective("2020-forestry-2", "forestry", GENDER),
    objective("2020-human-capital-1", "human-capital", SESSION_17),
    objective("2020-human-capital-2", "human-capital", GENDER),
    objective("2020-mining-1", "mining", SESSION_17),
    objective("2020-mining-2", "mining", GENDER),
    objective("2020-trade-investment-innovation-1", "trade-investment-innovation", SESSION_17),
    objective("2020-trade-investment-innovation-2", "trade-investment-innovation", RECOVERY),
    objective("2020-trade-investment-innovation-3", "trade-investment-innovation", GENDER),
]
