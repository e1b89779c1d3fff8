"""The reference tables of the demonstration: themes, countries, parties, organizations."""

THEMES = [
    {
        "code": "partnership",
        "name": {
            "en": "Bilateral partnership",
            "fr": "Partenariat bilatéral",
            "es": "Asociación bilateral",
        },
    },
    {
        "code": "security",
        "name": {
            "en": "Security and public safety",
            "fr": "Sécurité et protection publique",
            "es": "Seguridad y protección pública",
        },
    },
    {
        "code": "justice",
        "name": {
            "en": "Justice and anti-corruption",
            "fr": "Justice et lutte contre la corruption",
            "es": "Justicia y combate a la corrupción",
        },
    },
    {
        "code": "rights",
        "name": {"en": "Human rights", "fr": "Droits de la personne", "es": "Derechos humanos"},
    },
    {
        "code": "migration",
        "name": {
            "en": "Migration and mobility",
            "fr": "Migration et mobilité",
            "es": "Migración y movilidad",
        },
    },
    {"code": "defence", "name": {"en": "Defence", "fr": "Défense", "es": "Defensa"}},
    {
        "code": "border",
        "name": {
            "en": "Borders and customs",
            "fr": "Frontières et douanes",
            "es": "Fronteras y aduanas",
        },
    },
    {
        "code": "trade",
        "name": {
            "en": "Trade and investment",
            "fr": "Commerce et investissement",
            "es": "Comercio e inversión",
        },
    },
    {
        "code": "environment",
        "name": {"en": "Environment", "fr": "Environnement", "es": "Medio ambiente"},
    },
    {"code": "culture", "name": {"en": "Culture", "fr": "Culture", "es": "Cultura"}},
    {
        "code": "education",
        "name": {
            "en": "Education and human capital",
            "fr": "Éducation et capital humain",
            "es": "Educación y capital humano",
        },
    },
    {
        "code": "energy",
        "name": {
            "en": "Energy and natural resources",
            "fr": "Énergie et ressources naturelles",
            "es": "Energía y recursos naturales",
        },
    },
]

COUNTRIES = [
    {"code": "CA", "name": {"en": "Canada", "fr": "Canada", "es": "Canadá"}},
    {"code": "MX", "name": {"en": "Mexico", "fr": "Mexique", "es": "México"}},
    {
        "code": "US",
        "name": {"en": "United States", "fr": "États-Unis", "es": "Estados Unidos"},
    },
    {"code": "GT", "name": {"en": "Guatemala", "fr": "Guatemala", "es": "Guatemala"}},
    {"code": "BZ", "name": {"en": "Belize", "fr": "Belize", "es": "Belice"}},
    {"code": "CR", "name": {"en": "Costa Rica", "fr": "Costa Rica", "es": "Costa Rica"}},
    {"code": "SV", "name": {"en": "El Salvador", "fr": "Salvador", "es": "El Salvador"}},
    {"code": "HN", "name": {"en": "Honduras", "fr": "Honduras", "es": "Honduras"}},
    {"code": "PA", "name": {"en": "Panama", "fr": "Panama", "es": "Panamá"}},
]

PARTIES = [
    {
        "code": "CA",
        "name": {
            "en": "Government of Canada",
            "fr": "Gouvernement du Canada",
            "es": "Gobierno de Canadá",
        },
    },
    {
        "code": "MX",
        "name": {
            "en": "Government of Mexico",
            "fr": "Gouvernement du Mexique",
            "es": "Gobierno de México",
        },
    },
]

ORGANIZATIONS = [
    {
        "code": "gac",
        "acronym": {"en": "GAC", "fr": "AMC", "es": "GAC"},
        "name": {
            "en": "Global Affairs Canada",
            "fr": "Affaires mondiales Canada",
            "es": "Asuntos Globales Canadá",
        },
        "country": "CA",
    },
    {
        "code": "rcmp",
        "acronym": {"en": "RCMP", "fr": "GRC", "es": "RCMP"},
        "name": {
            "en": "Royal Canadian Mounted Police",
            "fr": "Gendarmerie royale du Canada",
            "es": "Real Policía Montada de Canadá",
        },
        "country": "CA",
    },
    {
        "code": "cbsa",
        "acronym": {"en": "CBSA", "fr": "ASFC", "es": "CBSA"},
        "name": {
            "en": "Canada Border Services Agency",
            "fr": "Agence des services frontaliers du Canada",
            "es": "Agencia de Servicios Fronterizos de Canadá",
        },
        "country": "CA",
    },
    {
        "code": "dnd",
        "acronym": {"en": "DND", "fr": "MDN", "es": "DND"},
        "name": {
            "en": "Department of National Defence",
            "fr": "Ministère de la Défense nationale",
            "es": "Departamento de Defensa Nacional de Canadá",
        },
        "country": "CA",
    },
    {
        "code": "caf",
        "acronym": {"en": "CAF", "fr": "FAC", "es": "FAC"},
        "name": {
            "en": "Canadian Armed Forces",
            "fr": "Forces armées canadiennes",
            "es": "Fuerzas Armadas Canadienses",
        },
        "country": "CA",
    },
    {
        "code": "ps",
        "acronym": {"en": "PS", "fr": "SP", "es": "PS"},
        "name": {
            "en": "Public Safety Canada",
            "fr": "Sécurité publique Canada",
            "es": "Seguridad Pública de Canadá",
        },
        "country": "CA",
    },
    {
        "code": "jus",
        "acronym": {"en": "JUS", "fr": "JUS", "es": "JUS"},
        "name": {
            "en": "Department of Justice Canada",
            "fr": "Ministère de la Justice du Canada",
            "es": "Departamento de Justicia de Canadá",
        },
        "country": "CA",
    },
    {
        "code": "aafc",
        "acronym": {"en": "AAFC", "fr": "AAC", "es": "AAFC"},
        "name": {
            "en": "Agriculture and Agri-Food Canada",
            "fr": "Agriculture et Agroalimentaire Canada",
            "es": "Agricultura y Agroalimentación de Canadá",
        },
        "country": "CA",
    },
    {
        "code": "pch",
        "acronym": {"en": "PCH", "fr": "PCH", "es": "PCH"},
        "name": {
            "en": "Canadian Heritage",
            "fr": "Patrimoine canadien",
            "es": "Patrimonio Canadiense",
        },
        "country": "CA",
    },
    {
        "code": "cfs",
        "acronym": {"en": "CFS", "fr": "SCF", "es": "CFS"},
        "name": {
            "en": "Canadian Forest Service",
            "fr": "Service canadien des forêts",
            "es": "Servicio Forestal Canadiense",
        },
        "country": "CA",
    },
    {
        "code": "sre",
        "acronym": {"en": "SRE", "fr": "SRE", "es": "SRE"},
        "name": {
            "en": "Secretariat of Foreign Affairs",
            "fr": "Secrétariat des Affaires étrangères",
            "es": "Secretaría de Relaciones Exteriores",
        },
        "country": "MX",
    },
    {
        "code": "sedena",
        "acronym": {"en": "SEDENA", "fr": "SEDENA", "es": "SEDENA"},
        "name": {
            "en": "Secretariat of National Defence",
            "fr": "Secrétariat de la Défense nationale",
            "es": "Secretaría de la Defensa Nacional",
        },
        "country": "MX",
    },
    {
        "code": "semar",
        "acronym": {"en": "SEMAR", "fr": "SEMAR", "es": "SEMAR"},
        "name": {
            "en": "Secretariat of the Navy",
            "fr": "Secrétariat de la Marine",
            "es": "Secretaría de Marina",
        },
        "country": "MX",
    },
    {
        "code": "pf",
        "acronym": {"en": "PF", "fr": "PF", "es": "PF"},
        "name": {
            "en": "Mexican Federal Police",
            "fr": "Police fédérale du Mexique",
            "es": "Policía Federal de México",
        },
        "country": "MX",
    },
    {
        "code": "comar",
        "acronym": {"en": "COMAR", "fr": "COMAR", "es": "COMAR"},
        "name": {
            "en": "Mexican Commission for Refugee Assistance",
            "fr": "Commission mexicaine d’aide aux réfugiés",
            "es": "Comisión Mexicana de Ayuda a Refugiados",
        },
        "country": "MX",
    },
    {
        "code": "inm",
        "acronym": {"en": "INM", "fr": "INM", "es": "INM"},
        "name": {
            "en": "National Migration Institute",
            "fr": "Institut national de migration",
            "es": "Instituto Nacional de Migración",
        },
        "country": "MX",
    },
    {
        "code": "sat",
        "acronym": {"en": "SAT", "fr": "SAT", "es": "SAT"},
        "name": {
            "en": "Tax Administration Service",
            "fr": "Service d’administration fiscale",
            "es": "Servicio de Administración Tributaria",
        },
        "country": "MX",
    },
    {
        "code": "sader",
        "acronym": {"en": "SADER", "fr": "SADER", "es": "SADER"},
        "name": {
            "en": "Secretariat of Agriculture and Rural Development",
            "fr": "Secrétariat de l’Agriculture et du Développement rural",
            "es": "Secretaría de Agricultura y Desarrollo Rural",
        },
        "country": "MX",
    },
    {
        "code": "cultura",
        "acronym": {"en": "SC", "fr": "SC", "es": "SC"},
        "name": {
            "en": "Secretariat of Culture",
            "fr": "Secrétariat de la Culture",
            "es": "Secretaría de Cultura",
        },
        "country": "MX",
    },
    {
        "code": "conafor",
        "acronym": {"en": "CONAFOR", "fr": "CONAFOR", "es": "CONAFOR"},
        "name": {
            "en": "National Forestry Commission",
            "fr": "Commission nationale des forêts",
            "es": "Comisión Nacional Forestal",
        },
        "country": "MX",
    },
    {
        "code": "doj",
        "acronym": {"en": "DOJ", "fr": "DOJ", "es": "DOJ"},
        "name": {
            "en": "United States Department of Justice",
            "fr": "Département de la Justice des États-Unis",
            "es": "Departamento de Justicia de los Estados Unidos",
        },
        "country": "US",
    },
    {
        "code": "dhs",
        "acronym": {"en": "DHS", "fr": "DHS", "es": "DHS"},
        "name": {
            "en": "United States Department of Homeland Security",
            "fr": "Département de la Sécurité intérieure des États-Unis",
            "es": "Departamento de Seguridad Nacional de los Estados Unidos",
        },
        "country": "US",
    },
    {
        "code": "goc",
        "acronym": {"en": "", "fr": "", "es": ""},
        "name": {
            "en": "Government of Canada",
            "fr": "Gouvernement du Canada",
            "es": "Gobierno de Canadá",
        },
        "country": "CA",
    },
    {
        "code": "esdc",
        "acronym": {"en": "ESDC", "fr": "EDSC", "es": "ESDC"},
        "name": {
            "en": "Employment and Social Development Canada",
            "fr": "Emploi et Développement social Canada",
            "es": "Empleo y Desarrollo Social de Canadá",
        },
        "country": "CA",
    },
    {
        "code": "ircc",
        "acronym": {"en": "IRCC", "fr": "IRCC", "es": "IRCC"},
        "name": {
            "en": "Immigration, Refugees and Citizenship Canada",
            "fr": "Immigration, Réfugiés et Citoyenneté Canada",
            "es": "Inmigración, Refugiados y Ciudadanía de Canadá",
        },
        "country": "CA",
    },
    {
        "code": "nrcan",
        "acronym": {"en": "NRCan", "fr": "RNCan", "es": "NRCan"},
        "name": {
            "en": "Natural Resources Canada",
            "fr": "Ressources naturelles Canada",
            "es": "Recursos Naturales de Canadá",
        },
        "country": "CA",
    },
    {
        "code": "cfia",
        "acronym": {"en": "CFIA", "fr": "ACIA", "es": "CFIA"},
        "name": {
            "en": "Canadian Food Inspection Agency",
            "fr": "Agence canadienne d’inspection des aliments",
            "es": "Agencia Canadiense de Inspección de Alimentos",
        },
        "country": "CA",
    },
    {
        "code": "cfa",
        "acronym": {"en": "CFA", "fr": "FCA", "es": "CFA"},
        "name": {
            "en": "Canadian Federation of Agriculture",
            "fr": "Fédération canadienne de l’agriculture",
            "es": "Federación Canadiense de Agricultura",
        },
        "country": "CA",
    },
    {
        "code": "emb-ca",
        "acronym": {"en": "", "fr": "", "es": ""},
        "name": {
            "en": "Embassy of Canada in Mexico",
            "fr": "Ambassade du Canada au Mexique",
            "es": "Embajada de Canadá en México",
        },
        "country": "CA",
    },
    {
        "code": "gom",
        "acronym": {"en": "", "fr": "", "es": ""},
        "name": {
            "en": "Government of Mexico",
            "fr": "Gouvernement du Mexique",
            "es": "Gobierno de México",
        },
        "country": "MX",
    },
    {
        "code": "stps",
        "acronym": {"en": "STPS", "fr": "STPS", "es": "STPS"},
        "name": {
            "en": "Secretariat of Labour and Social Welfare",
            "fr": "Secrétariat du Travail et de la Prévoyance sociale",
            "es": "Secretaría del Trabajo y Previsión Social",
        },
        "country": "MX",
    },
    {
        "code": "cna",
        "acronym": {"en": "CNA", "fr": "CNA", "es": "CNA"},
        "name": {
            "en": "National Agricultural Council",
            "fr": "Conseil national de l’agriculture",
            "es": "Consejo Nacional Agropecuario",
        },
        "country": "MX",
    },
    {
        "code": "emb-mx",
        "acronym": {"en": "", "fr": "", "es": ""},
        "name": {
            "en": "Embassy of Mexico in Canada",
            "fr": "Ambassade du Mexique au Canada",
            "es": "Embajada de México en Canadá",
        },
        "country": "MX",
    },
    {
        "code": "usg",
        "acronym": {"en": "", "fr": "", "es": ""},
        "name": {
            "en": "Government of the United States",
            "fr": "Gouvernement des États-Unis",
            "es": "Gobierno de los Estados Unidos",
        },
        "country": "US",
    },
    {
        "code": "us-dod",
        "acronym": {"en": "DoD", "fr": "DoD", "es": "DoD"},
        "name": {
            "en": "United States Department of Defense",
            "fr": "Département de la Défense des États-Unis",
            "es": "Departamento de Defensa de los Estados Unidos",
        },
        "country": "US",
    },
    {
        "code": "unhcr",
        "acronym": {"en": "UNHCR", "fr": "HCR", "es": "ACNUR"},
        "name": {
            "en": "Office of the United Nations High Commissioner for Refugees",
            "fr": "Haut-Commissariat des Nations Unies pour les réfugiés",
            "es": "Oficina del Alto Comisionado de las Naciones Unidas para los Refugiados",
        },
        "country": None,
    },
    {
        "code": "un",
        "acronym": {"en": "UN", "fr": "ONU", "es": "ONU"},
        "name": {
            "en": "United Nations",
            "fr": "Organisation des Nations Unies",
            "es": "Organización de las Naciones Unidas",
        },
        "country": None,
    },
    {
        "code": "oas",
        "acronym": {"en": "OAS", "fr": "OEA", "es": "OEA"},
        "name": {
            "en": "Organization of American States",
            "fr": "Organisation des États américains",
            "es": "Organización de los Estados Americanos",
        },
        "country": None,
    },
]
