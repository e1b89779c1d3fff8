"""The sources that the demo's figures name, as each language cites them; titles stay in the language of the source."""

from editorial import languages

_N = "\u00a0"

#: The citation in English, and its French and Spanish forms.
_CITED: dict[str, tuple[str, str]] = {
    "Affaires mondiales Canada, Le Partenariat Canada-Mexique": (
        f"Affaires mondiales Canada, «{_N}Le Partenariat Canada-Mexique{_N}»",
        "Asuntos Globales Canadá, página «Le Partenariat Canada-Mexique»",
    ),
    "Announcement of the two embassies on the 2022 Lab (politicapuebla.com.mx)": (
        "Annonce des deux ambassades sur le Lab de 2022 (politicapuebla.com.mx)",
        "Anuncio de las dos embajadas sobre el Lab de 2022 (politicapuebla.com.mx)",
    ),
    "Blog post “The Canada-Mexico Defence Relationship”, April 26, 2014": (
        f"Billet de blogue «{_N}The Canada-Mexico Defence Relationship{_N}», 26{_N}avril{_N}2014",
        "Entrada de blog «The Canada-Mexico Defence Relationship», 26 de abril de 2014",
    ),
    "Consulate General of Mexico in Toronto, page on the program": (
        "Consulat général du Mexique à Toronto, page sur le programme",
        "Consulado General de México en Toronto, página sobre el programa",
    ),
    "Embassy of Canada in Mexico, page “Sécurité”, undated": (
        f"Ambassade du Canada au Mexique, page «{_N}Sécurité{_N}», sans date",
        "Embajada de Canadá en México, página «Sécurité», sin fecha",
    ),
    "Embassy of Canada in Mexico, page “Sécurité”; mirps-platform.org, page “Support Platform”": (
        f"Ambassade du Canada au Mexique, page «{_N}Sécurité{_N}»{_N}; mirps-platform.org, page «{_N}Support Platform{_N}»",
        "Embajada de Canadá en México, página «Sécurité»; mirps-platform.org, página «Support Platform»",
    ),
    **{
        f"Global Affairs Canada, Canada-Mexico Partnership: {year} Annual Report": (
            f"Affaires mondiales Canada, Partenariat Canada-Mexique{_N}: rapport annuel {year}",
            f"Asuntos Globales Canadá, Alianza México-Canadá: informe anual {year}",
        )
        for year in (2016, 2017, 2019, 2020, 2021)
    },
    "Global Affairs Canada, Canada-Mexico Partnership: 2020 Annual Report; day of the opening: La Jornada, 26 November 2020": (
        f"Affaires mondiales Canada, Partenariat Canada-Mexique{_N}: rapport annuel 2020{_N};"
        f" jour de l’ouverture{_N}: La Jornada, 26{_N}novembre{_N}2020",
        "Asuntos Globales Canadá, Alianza México-Canadá: informe anual 2020;"
        " día de la apertura: La Jornada, 26 de noviembre de 2020",
    ),
    "Global Affairs Canada, annual report 2020; date of opening: La Jornada, November 26, 2020": (
        f"Affaires mondiales Canada, rapport annuel 2020{_N}; date de l’ouverture{_N}: La Jornada, 26{_N}novembre{_N}2020",
        "Asuntos Globales Canadá, informe anual 2020; fecha de la apertura: La Jornada, 26 de noviembre de 2020",
    ),
    "Embassy of Mexico in Canada, press release of November 12, 2014": (
        f"Ambassade du Mexique au Canada, communiqué du 12{_N}novembre{_N}2014",
        "Embajada de México en Canadá, comunicado del 12 de noviembre de 2014",
    ),
    "Global Affairs Canada, annual report 2021": (
        "Affaires mondiales Canada, rapport annuel 2021",
        "Asuntos Globales Canadá, informe anual 2021",
    ),
    "Global Affairs Canada, page “Le Partenariat Canada-Mexique”": (
        f"Affaires mondiales Canada, page «{_N}Le Partenariat Canada-Mexique{_N}»",
        "Asuntos Globales Canadá, página «Le Partenariat Canada-Mexique»",
    ),
    "Immigration, Refugees and Citizenship Canada, news release of May 24, 2022": (
        f"Immigration, Réfugiés et Citoyenneté Canada, communiqué du 24{_N}mai{_N}2022",
        "Inmigración, Refugiados y Ciudadanía de Canadá, comunicado del 24 de mayo de 2022",
    ),
    "Immigration, Refugees and Citizenship Canada, news release of September 1, 2022": (
        f"Immigration, Réfugiés et Citoyenneté Canada, communiqué du 1er{_N}septembre{_N}2022",
        "Inmigración, Refugiados y Ciudadanía de Canadá, comunicado del 1 de septiembre de 2022",
    ),
    "La Jornada, 26 November 2020": (f"La Jornada, 26{_N}novembre{_N}2020", "La Jornada, 26 de noviembre de 2020"),
    "Ottawa Citizen, October 9, 2018": (
        f"Ottawa Citizen, 9{_N}octobre{_N}2018",
        "Ottawa Citizen, 9 de octubre de 2018",
    ),
    "Prime Minister of Canada, backgrounder of June 28, 2016": (
        f"Premier ministre du Canada, document d’information du 28{_N}juin{_N}2016",
        "Primer ministro de Canadá, documento informativo del 28 de junio de 2016",
    ),
    "Secretaría de Relaciones Exteriores, communiqué on the 13th meeting, November 2017": (
        f"Secrétariat des Affaires étrangères du Mexique, communiqué sur la 13e réunion, novembre{_N}2017",
        "Secretaría de Relaciones Exteriores, comunicado sobre la 13.ª reunión, noviembre de 2017",
    ),
    "Secretaría de Relaciones Exteriores, communiqué on the 18th meeting, November 2022 (canadainmexico.com)": (
        f"Secrétariat des Affaires étrangères du Mexique, communiqué sur la 18e réunion, novembre{_N}2022 (canadainmexico.com)",
        "Secretaría de Relaciones Exteriores, comunicado sobre la 18.ª reunión, noviembre de 2022 (canadainmexico.com)",
    ),
}


def cited(source: str) -> dict[str, str]:
    """A source as each language cites it. Raises KeyError for one that nobody translated."""
    french, spanish = _CITED[source] if source else ("", "")
    known = {"en": source, "fr": french, "es": spanish}
    return {code: known[code] for code in languages.codes()}
