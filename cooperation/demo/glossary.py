"""The glossary of the demo: the partnership's terms as its documents say them in English, French and Spanish."""

from datetime import datetime
from typing import Any, NamedTuple

from cooperation.demo.people import People
from editorial import languages
from editorial.models import GlossaryTerm

_CODES = ("en", "fr", "es")


class Term(NamedTuple):
    """A term in English, French and Spanish; `acronyms` likewise. Other forms and forbidden ones stand by language."""

    said: tuple[str, str, str]
    acronyms: tuple[str, str, str] = ("", "", "")
    variants: dict[str, tuple[str, ...]] = {}  # never changed
    forbidden: dict[str, tuple[str, ...]] = {}  # never changed
    note: str = ""


TERMS = (
    Term(
        ("Canada-Mexico Partnership", "Partenariat Canada-Mexique", "Alianza México-Canadá"),
        ("CMP", "PCM", "AMC"),
        forbidden={
            "fr": ("Alliance Canada-Mexique", "Association Canada-Mexique"),
            "es": ("Asociación México-Canadá", "Sociedad México-Canadá", "Partenariado México-Canadá"),
        },
        note="Each language names its readers’ neighbour last or first as its own documents do; do not turn it round.",
    ),
    Term(
        ("working group", "groupe de travail", "grupo de trabajo"),
        forbidden={"fr": ("comité de travail", "table de travail"), "es": ("mesa de trabajo", "comité de trabajo")},
    ),
    Term(
        ("co-chair", "coprésident", "copresidente"),
        variants={
            "fr": ("coprésidence", "coprésidente", "copréside", "coprésidé"),
            "es": ("copresidencia", "copresidenta", "copreside", "copresidido"),
        },
        note="The office, where the person is not named: coprésidence, copresidencia.",
    ),
    Term(
        ("annual meeting", "réunion annuelle", "reunión anual"),
        forbidden={"fr": ("rencontre annuelle", "assemblée annuelle"), "es": ("encuentro anual", "junta anual")},
    ),
    Term(
        ("annual report", "rapport annuel", "informe anual"),
        forbidden={"es": ("reporte anual",), "fr": ("compte rendu annuel",)},
        note="In Spanish an informe, also where Mexican usage has reporte.",
    ),
    Term(
        ("memorandum of understanding", "protocole d’entente", "memorando de entendimiento"),
        ("MOU", "PE", ""),
        variants={"en": ("memorandum",), "es": ("memorando",)},
        forbidden={"fr": ("mémorandum d’entente", "mémorandum d’accord"), "es": ("memorándum",)},
        note="Not binding under international law; never “accord”.",
    ),
    Term(("arrangement", "arrangement", "arreglo"), variants={"fr": ("entente",), "es": ("acuerdo",)}),
    Term(
        ("joint statement", "déclaration conjointe", "declaración conjunta"),
        forbidden={"fr": ("communiqué conjoint", "déclaration commune"), "es": ("comunicado conjunto",)},
    ),
    Term(("action plan", "plan d’action", "plan de acción")),
    Term(("entry into force", "entrée en vigueur", "entrada en vigor"), forbidden={"es": ("puesta en vigencia",)}),
    Term(
        ("capacity building", "renforcement des capacités", "fortalecimiento de capacidades"),
        variants={"fr": ("renforcer les capacités",), "es": ("fortalecer las capacidades", "fortalecimiento de la capacidad")},
        forbidden={"fr": ("développement des capacités",), "es": ("construcción de capacidades", "desarrollo de capacidades")},
    ),
    Term(
        ("Anti-Crime Capacity Building Program", "Programme d’aide au renforcement des capacités de lutte contre la criminalité",
         "Programa de Fortalecimiento de Capacidades contra el Crimen"),
        ("ACCBP", "PARCLC", "ACCBP"),
        variants={"fr": ("Programme de renforcement des capacités contre le crime",)},
        note="The French acronym is that of Global Affairs Canada.",
    ),
    Term(
        ("Seasonal Agricultural Worker Program", "Programme des travailleurs agricoles saisonniers",
         "Programa de Trabajadores Agrícolas Temporales"),
        ("SAWP", "PTAS", "PTAT"),
    ),
    Term(
        ("Military Training and Cooperation Program", "Programme d’instruction et de coopération militaires",
         "Programa de Instrucción y Cooperación Militar"),
        ("MTCP", "PICM", "MTCP"),
        forbidden={"fr": ("Programme d’entraînement et de coopération militaires",), "es": ("Programa de Entrenamiento Militar",)},
    ),
    Term(
        ("Political-Military Talks", "pourparlers politico-militaires", "conversaciones político-militares"),
        forbidden={"fr": ("discussions politico-militaires", "entretiens politico-militaires"), "es": ("pláticas político-militares",)},
    ),
    Term(
        ("Military Staff Talks", "pourparlers d’état-major", "conversaciones de estado mayor"),
        forbidden={"fr": ("entretiens d’état-major",), "es": ("pláticas de estado mayor",)},
    ),
    Term(
        ("High-Level Strategic Dialogue", "Dialogue stratégique de haut niveau", "Diálogo Estratégico de Alto Nivel"),
        ("HLSD", "HLSD", "DESAN"),
    ),
    Term(("High-Level Dialogue on Mobility", "Dialogue de haut niveau sur la mobilité", "Diálogo de Alto Nivel sobre Movilidad")),
    Term(("security consultations", "consultations sur la sécurité", "consultas en materia de seguridad"),
         variants={"fr": ("Consultations Canada-Mexique sur la sécurité",), "es": ("Consultas México-Canadá en materia de seguridad",)}),
    Term(
        ("North American Maritime Security Initiative", "Initiative de sécurité maritime de l’Amérique du Nord",
         "Iniciativa de Seguridad Marítima de América del Norte"),
        ("NAMSI", "NAMSI", "NAMSI"),
    ),
    Term(
        ("Comprehensive Regional Protection and Solutions Framework", "Cadre régional global de protection et de solutions",
         "Marco Integral Regional para la Protección y Soluciones"),
        ("MIRPS", "MIRPS", "MIRPS"),
        note="The acronym is the Spanish one in all three languages.",
    ),
    Term(
        ("Canada-United States-Mexico Agreement", "Accord Canada-États-Unis-Mexique", "Tratado entre México, Estados Unidos y Canadá"),
        ("CUSMA", "ACEUM", "T-MEC"),
        forbidden={"fr": ("AEUMC",), "es": ("USMCA", "CUSMA")},
        note="Each party’s own order of names and acronym.",
    ),
    Term(
        ("North American Free Trade Agreement", "Accord de libre-échange nord-américain",
         "Tratado de Libre Comercio de América del Norte"),
        ("NAFTA", "ALENA", "TLCAN"),
    ),
    Term(
        ("labour mobility", "mobilité de la main-d’œuvre", "movilidad laboral"),
        forbidden={"fr": ("mobilité du travail", "mobilité des travailleurs"), "es": ("movilidad del trabajo",)},
    ),
    Term(
        ("human rights", "droits de la personne", "derechos humanos"),
        forbidden={"fr": ("droits de l’homme", "droits humains")},
        note="In French, Canada’s usage.",
    ),
    Term(
        ("Indigenous peoples", "peuples autochtones", "pueblos indígenas"),
        forbidden={"fr": ("peuples indigènes", "Aborigènes"), "es": ("indios", "etnias")},
    ),
    Term(
        ("organized crime", "crime organisé", "delincuencia organizada"),
        variants={"fr": ("criminalité organisée",)},
        forbidden={"es": ("crimen organizado",)},
        note="Delincuencia organizada is the term of Mexican law.",
    ),
    Term(
        ("human trafficking", "traite des personnes", "trata de personas"),
        variants={"en": ("trafficking in persons",)},
        forbidden={"fr": ("trafic humain", "trafic de personnes"), "es": ("tráfico humano", "tráfico de personas")},
        note="Not the smuggling of migrants, which is another crime: trafic de migrants, tráfico de migrantes.",
    ),
    Term(
        ("cross-border crime", "criminalité transfrontalière", "delincuencia transfronteriza"),
        forbidden={"fr": ("crime transfrontière",), "es": ("crimen transfronterizo",)},
    ),
    Term(
        ("anti-corruption", "lutte contre la corruption", "combate a la corrupción"),
        variants={"fr": ("anticorruption",), "es": ("anticorrupción", "lucha contra la corrupción")},
    ),
    Term(("rule of law", "primauté du droit", "estado de derecho"), variants={"fr": ("état de droit",)}),
    Term(
        ("public safety", "sécurité publique", "seguridad pública"),
        forbidden={"fr": ("sûreté publique",), "es": ("seguridad ciudadana",)},
    ),
    Term(
        ("emergency management", "gestion des urgences", "gestión de emergencias"),
        variants={"es": ("protección civil", "manejo de emergencias")},
        forbidden={"fr": ("gestion d’urgence", "management des urgences")},
    ),
    Term(
        ("correctional services", "services correctionnels", "servicios penitenciarios"),
        variants={"fr": ("service correctionnel",), "es": ("sistema penitenciario",)},
        forbidden={"fr": ("services pénitentiaires",), "es": ("servicios correccionales",)},
    ),
    Term(
        ("border services", "services frontaliers", "servicios fronterizos"),
        forbidden={"fr": ("services de frontière",)},
    ),
    Term(
        ("defence attaché", "attaché de défense", "agregado de defensa"),
        variants={"fr": ("attachée de défense",), "es": ("agregada de defensa",)},
        forbidden={"fr": ("attaché militaire",), "es": ("agregado militar",)},
    ),
    Term(
        ("liaison officer", "officier de liaison", "oficial de enlace"),
        variants={"fr": ("agent de liaison", "officière de liaison", "agente de liaison")},
        note="Of the armed forces: officier. Of the police: agent, agente.",
    ),
    Term(
        ("National Defence", "Défense nationale", "Defensa Nacional"),
        note="With a capital, the department; the Canadian department and the Mexican secretariat alike.",
    ),
    Term(("climate change", "changements climatiques", "cambio climático"), variants={"fr": ("changement climatique",)}),
    Term(
        ("supply chain", "chaîne d’approvisionnement", "cadena de suministro"),
        forbidden={"fr": ("chaîne logistique",), "es": ("cadena de abasto", "cadena de aprovisionamiento")},
    ),
    Term(
        ("wildland fire", "feu de végétation", "incendio forestal"),
        variants={"en": ("wildfire", "forest fire"), "fr": ("incendie de forêt", "feu de forêt", "feux de végétation", "feux de forêt")},
    ),
    Term(
        ("asylum", "asile", "asilo"),
        forbidden={"fr": ("asyle",), "es": ("asilamiento",)},
    ),
    Term(("Global Affairs Canada", "Affaires mondiales Canada", "Asuntos Globales Canadá"), ("GAC", "AMC", "GAC"),
         forbidden={"es": ("Asuntos Mundiales Canadá",)}),
    Term(
        ("Royal Canadian Mounted Police", "Gendarmerie royale du Canada", "Real Policía Montada de Canadá"),
        ("RCMP", "GRC", "RCMP"),
        forbidden={"es": ("Policía Montada Real",)},
    ),
    Term(
        ("Canada Border Services Agency", "Agence des services frontaliers du Canada", "Agencia de Servicios Fronterizos de Canadá"),
        ("CBSA", "ASFC", "CBSA"),
    ),
)  # fmt: skip


def make(people: People, *, now: datetime) -> None:
    """Fill an empty glossary, as its administrator."""
    if GlossaryTerm.objects.exists():
        return
    GlossaryTerm.objects.bulk_create(_row(term, people, now) for term in TERMS)


def _row(term: Term, people: People, now: datetime) -> GlossaryTerm:
    values: dict[str, Any] = {"note": term.note, "changed_at": now, "changed_by": people.users["administrator"]}
    for place, code in enumerate(_CODES):
        values[languages.column("term", code)] = term.said[place]
        values[languages.column("acronym", code)] = term.acronyms[place]
        values[languages.column("variants", code)] = "\n".join(term.variants.get(code, ()))
        values[languages.column("forbidden", code)] = "\n".join(term.forbidden.get(code, ()))
    # The bare columns hold what the site's first language says, as modeltranslation keeps them.
    for name in ("term", "acronym", "variants", "forbidden"):
        values[name] = values[languages.column(name, _CODES[0])]
    return GlossaryTerm(**values)
