"""What the working groups set themselves: the texts, and the shape of one objective."""


def objective(key, group, text, status="planned", continues=None):
    """One line of the tracker; `continues` names the objective of the year before that it answers."""
    return {"key": key, "group": group, "text": text, "status": status, "continues": continues}


SESSION_17 = {
    "en": "Hold a session at the 17th annual meeting and account there for the year’s work.",
    "fr": "Tenir une séance à la 17e réunion annuelle et y rendre compte du travail de l’année.",
    "es": "Celebrar una sesión en la 17.ª reunión anual y rendir cuentas en ella del trabajo del año.",
}

SESSION_18 = {
    "en": "Hold a session at the 18th annual meeting and account there for the year’s work.",
    "fr": "Tenir une séance à la 18e réunion annuelle et y rendre compte du travail de l’année.",
    "es": "Celebrar una sesión en la 18.ª reunión anual y rendir cuentas en ella del trabajo del año.",
}

GENDER = {
    "en": "Work gender equality into the group’s plan of work.",
    "fr": "Intégrer l’égalité des genres au plan de travail du groupe.",
    "es": "Incorporar la igualdad de género en el plan de trabajo del grupo.",
}

LEADERS = {
    "en": "Take the outcomes of the leaders’ meetings of November 2021 into account in the plan for 2022.",
    "fr": "Tenir compte, dans le plan de 2022, des résultats des rencontres des dirigeants de novembre 2021.",
    "es": ("Tener en cuenta, en el plan de 2022, los resultados de los encuentros de líderes de noviembre de 2021."),
}

YOUTH = {
    "en": "Consider the recommendations that the Youth Lab presented at the 17th annual meeting.",
    "fr": "Examiner les recommandations présentées par le Lab Jeunesse à la 17e réunion annuelle.",
    "es": "Examinar las recomendaciones que el Laboratorio de Jóvenes presentó en la 17.ª reunión anual.",
}

ORGANIC = {
    "en": "Continue the work towards recognizing each other’s certification of organic products.",
    "fr": ("Poursuivre les travaux vers la reconnaissance mutuelle de la certification des produits biologiques."),
    "es": "Continuar los trabajos hacia el reconocimiento mutuo de la certificación de productos orgánicos.",
}

DIGITAL = {
    "en": "Move permits and procedures for trade between the two countries to digital form.",
    "fr": "Faire passer au numérique les permis et les démarches du commerce entre les deux pays.",
    "es": "Pasar a forma digital los permisos y trámites del comercio entre los dos países.",
}

INCLUSION = {
    "en": "Explore special arrangements that give Indigenous groups and women better access to trade.",
    "fr": ("Étudier des régimes particuliers qui ouvrent mieux le commerce aux groupes autochtones et aux femmes."),
    "es": "Explorar regímenes particulares que abran más el comercio a los grupos indígenas y a las mujeres.",
}

LABOUR = {
    "en": "Prepare a formal strategy to secure the labour that food production in both countries needs.",
    "fr": (
        "Préparer une stratégie officielle pour assurer la main-d’œuvre nécessaire à la production "
        "alimentaire des deux pays."
    ),
    "es": (
        "Preparar una estrategia formal para asegurar la mano de obra que necesita la producción de "
        "alimentos en ambos países."
    ),
}

FOUR_SUBJECTS = {
    "en": "Keep Indigenous languages, creative industries, the digital agenda and film on the group’s plan.",
    "fr": ("Garder au plan du groupe les langues autochtones, les industries créatives, le numérique et le cinéma."),
    "es": (
        "Mantener en el plan del grupo las lenguas indígenas, las industrias creativas, la agenda digital y el cine."
    ),
}

RECOVERY = {
    "en": ("Put economic recovery from the pandemic first, making use of the new North American trade agreement."),
    "fr": (
        "Donner priorité à la relance après la pandémie, en tirant parti du nouvel accord commercial nord-américain."
    ),
    "es": (
        "Dar prioridad a la recuperación económica tras la pandemia, aprovechando el nuevo tratado "
        "comercial de América del Norte."
    ),
}

FIRE = {
    "en": "Cooperate on wildland fire and sign an operating plan on sharing resources.",
    "fr": "Coopérer contre les feux de forêt et signer un plan opérationnel sur le partage des ressources.",
    "es": ("Cooperar frente a los incendios forestales y firmar un plan operativo sobre el intercambio de recursos."),
}

CARBON = {
    "en": "Cooperate on accounting for forest carbon and on the tools used to model it.",
    "fr": "Coopérer à la comptabilisation du carbone forestier et aux outils qui servent à le modéliser.",
    "es": "Cooperar en la contabilidad del carbono forestal y en las herramientas para modelarlo.",
}

CLIMATE = {
    "en": "Reflect in the plan for 2022 what the leaders discussed on climate change in November 2021.",
    "fr": (
        "Traduire dans le plan de 2022 ce que les dirigeants ont discuté sur les changements climatiques en "
        "novembre 2021."
    ),
    "es": (
        "Reflejar en el plan de 2022 lo que los líderes conversaron sobre el cambio climático en noviembre de 2021."
    ),
}

CHAINS = {
    "en": ("Reflect in the plan for 2022 what the leaders discussed on North American value chains in November 2021."),
    "fr": (
        "Traduire dans le plan de 2022 ce que les dirigeants ont discuté sur les chaînes de valeur "
        "nord-américaines en novembre 2021."
    ),
    "es": (
        "Reflejar en el plan de 2022 lo que los líderes conversaron sobre las cadenas de valor de América "
        "del Norte en noviembre de 2021."
    ),
}
