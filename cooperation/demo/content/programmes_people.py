"""Programmes of seasonal work, asylum and youth."""

from cooperation.demo.content.cmp_sources import CMP_PAGE, SRE_2022, YOUTH_LAB
from cooperation.demo.content.register_sources import (
    ASYLUM_2022,
    EMBASSY_SECURITY,
    SAWP_2014,
    SAWP_CONSULATE,
)
from cooperation.demo.content.words import figure, said, section, text

_WORKERS = said("workers", "travailleurs", "trabajadores")
#: Counted by the year, so of its last day; the last count is of the day on which it was published.
_SEASON = said("Workers in the season", "Travailleurs pendant la saison", "Trabajadores en la temporada")

PEOPLE = [
    {
        "key": "sawp",
        "acronym": said("SAWP", "PTAS", "PTAT"),
        "starts_on": "1974",
        "themes": ["migration", "trade"],
        "countries": ["CA", "MX"],
        "programmepartner": [
            {"role": "implementer", "organization": "stps"},
            {"role": "implementer", "organization": "esdc"},
            {"role": "partner", "organization": "sre"},
        ],
        "source_language": "es",
        "title": said(
            "Seasonal Agricultural Worker Program",
            "Programme des travailleurs agricoles saisonniers",
            "Programa de Trabajadores Agrícolas Temporales",
        ),
        "slug": said(
            "seasonal-agricultural-worker-program",
            "travailleurs-agricoles-saisonniers",
            "trabajadores-agricolas-temporales",
        ),
        "summary": said(
            "For up to eight months a year, workers recruited in Mexico help on farms in nine provinces of Canada.",
            "Jusqu’à huit mois par année, des travailleurs recrutés au Mexique prêtent main-forte aux fermes de neuf provinces.",
            "Hasta ocho meses al año, trabajadores reclutados en México colaboran en granjas de nueve provincias de Canadá.",
        ),
        "sections": [
            section(
                said("Who does what", "Qui fait quoi", "Quién hace qué"),
                text(
                    "Mexico’s Secretariat of Labour recruits; its Ministry of Foreign Affairs, through the consulates, "
                    "watches over the rights and the conditions of workers while they are in Canada. Once a year the two "
                    "governments review the program together with the organizations of growers.",
                    "Le Secrétariat du Travail du Mexique recrute ; son Secrétariat des Affaires étrangères, par les "
                    "consulats, veille aux droits et aux conditions des travailleurs pendant leur séjour au Canada. Une "
                    "fois par année, les deux gouvernements examinent le programme avec les organisations de producteurs.",
                    "La Secretaría del Trabajo de México recluta; la de Relaciones Exteriores, por medio de los consulados, "
                    "vela por los derechos y las condiciones de los trabajadores durante su estancia en Canadá. Una vez al "
                    "año los dos gobiernos evalúan el programa junto con las organizaciones de productores.",
                ),
            )
        ],
        "figures": [
            figure(
                _SEASON,
                _WORKERS,
                "Embassy of Mexico in Canada, press release of November 12, 2014",
                value="203",
                as_of="1974-12-31",
            ),
            figure(
                _SEASON,
                _WORKERS,
                "Consulate General of Mexico in Toronto, page on the program",
                value="18499",
                as_of="2013-12-31",
            ),
            figure(
                _SEASON,
                _WORKERS,
                "Embassy of Mexico in Canada, press release of November 12, 2014",
                value="19829",
                as_of="2014-11-12",
            ),
        ],
        "sources": [SAWP_2014, SAWP_CONSULATE],
    },
    {
        "key": "racbi",
        "acronym": said("RACBI", "RACBI", "RACBI"),
        "starts_on": "2022-09",
        "ends_on": "2024",
        "themes": ["migration", "rights"],
        "countries": ["CA", "MX"],
        "programmepartner": [
            {"role": "funder", "organization": "ircc"},
            {"role": "implementer", "organization": "unhcr"},
            {"role": "partner", "organization": "comar"},
        ],
        "source_language": "fr",
        "title": said(
            "Asylum capacity projects in Mexico",
            "Projets de renforcement des capacités en matière d’asile au Mexique",
            "Proyectos de fortalecimiento de la capacidad de asilo en México",
        ),
        "slug": said("asylum-capacity-projects", "projets-capacites-asile", "proyectos-capacidad-de-asilo"),
        "summary": said(
            "With Canada’s support, Mexico’s refugee commission receives more people and handles their claims faster.",
            "Avec l’appui du Canada, la commission mexicaine d’aide aux réfugiés accueille plus de gens et traite plus vite leurs demandes.",
            "Con apoyo de Canadá, la comisión mexicana de refugiados atiende a más personas y resuelve más rápido sus solicitudes.",
        ),
        "project": [
            {
                "title": said(
                    "Safer places, mobile offices",
                    "Des lieux plus sûrs, des bureaux mobiles",
                    "Lugares más seguros, oficinas móviles",
                ),
                "description": text(
                    "More claimants are received in private; offices travel to regions where claims rise.",
                    "Davantage de personnes sont reçues en toute confidentialité ; des bureaux se déplacent là où les demandes "
                    "augmentent.",
                    "Se atiende a más personas en privado; las oficinas se trasladan a las regiones donde aumentan las "
                    "solicitudes.",
                ),
                "country": "MX",
                "since": "2022-09",
            },
            {
                "title": said("Digital case files", "Des dossiers numériques", "Expedientes digitales"),
                "description": text(
                    "Files are put in digital form, so that nothing is lost and claimants learn sooner how their case stands.",
                    "Les dossiers passent au numérique : rien ne se perd, et les personnes savent plus tôt où en est leur "
                    "demande.",
                    "Los expedientes se digitalizan: nada se pierde y las personas conocen antes el estado de su caso.",
                ),
                "country": "MX",
                "since": "2022-09",
            },
        ],
        "othername": [
            {
                "name": said(
                    "Regional Asylum Capacity Building Initiative",
                    "Initiative régionale de renforcement des capacités en matière d’asile",
                    "Iniciativa regional de fortalecimiento de la capacidad de asilo",
                ),
                "note": said(
                    "the initiative under which the two governments agreed on this work",
                    "l’initiative dans le cadre de laquelle les deux gouvernements ont convenu de ces travaux",
                    "la iniciativa en la que los dos gobiernos acordaron este trabajo",
                ),
            }
        ],
        "sections": [],
        "figures": [
            figure(
                said(
                    "Projects announced for the region",
                    "Projets annoncés pour la région",
                    "Proyectos anunciados para la región",
                ),
                said(
                    "projects, two of them in Mexico",
                    "projets, dont deux au Mexique",
                    "proyectos, dos de ellos en México",
                ),
                "Immigration, Refugees and Citizenship Canada, news release of September 1, 2022",
                value="3",
                as_of="2022-09-01",
                valid_until="2024-09-01",
            )
        ],
        "sources": [ASYLUM_2022, EMBASSY_SECURITY],
    },
    {
        "key": "youth-lab-programme",
        "acronym": said("", "", ""),
        "starts_on": "2021",
        "themes": ["partnership", "education"],
        "countries": ["CA", "MX"],
        "programmepartner": [
            {"role": "implementer", "organization": "emb-ca"},
            {"role": "implementer", "organization": "emb-mx"},
        ],
        "source_language": "en",
        "title": said("Canada-Mexico Youth Lab", "Lab Jeunesse Canada-Mexique", "Laboratorio de Jóvenes México-Canadá"),
        "slug": said("canada-mexico-youth-lab", "lab-jeunesse-canada-mexique", "laboratorio-de-jovenes-mexico-canada"),
        "summary": said(
            "A small group of young people of both countries who bring their advice to the Partnership.",
            "Un groupe restreint de jeunes des deux pays qui font part de leurs recommandations au Partenariat.",
            "Un grupo reducido de jóvenes de ambos países que llevan sus recomendaciones a la Alianza.",
        ),
        "sections": [
            section(
                said("At the annual meetings", "Aux réunions annuelles", "En las reuniones anuales"),
                text(
                    "Delegates of the Lab presented their recommendations at the 17th annual meeting, in November 2021, to "
                    "single groups and to the plenary. They took part again a year later in Ottawa.",
                    "Des délégués du Lab ont présenté leurs recommandations à la 17e réunion annuelle, en novembre 2021, "
                    "devant des groupes et en plénière. Ils ont participé de nouveau un an plus tard, à Ottawa.",
                    "Delegados del Laboratorio presentaron sus recomendaciones en la 17.ª reunión anual, en noviembre de "
                    "2021, ante algunos grupos y en la plenaria. Volvieron a participar un año después, en Ottawa.",
                ),
            )
        ],
        "figures": [],
        "sources": [CMP_PAGE, YOUTH_LAB, SRE_2022],
    },
]
