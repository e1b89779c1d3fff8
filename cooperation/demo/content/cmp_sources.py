"""The public sources behind the Partnership’s pages: facts were taken from them, sentences were not."""

CMP_PAGE = {
    "title": "Le Partenariat Canada-Mexique",
    "publisher": "Affaires mondiales Canada",
    "year": 2022,
    "url": "https://www.international.gc.ca/country-pays/mexico-mexique/partnership_canada-mexico-mexique_partenariat.aspx?lang=fra",
}

REPORT_2016 = {
    "title": "Canada-Mexico Partnership: 2016 Annual Report",
    "publisher": "Global Affairs Canada",
    "year": 2016,
    "url": "https://www.international.gc.ca/transparency-transparence/mexico-mexique/2016.aspx?lang=eng",
}

REPORT_2017 = {
    "title": "Canada-Mexico Partnership: 2017 Annual Report",
    "publisher": "Global Affairs Canada",
    "year": 2017,
    "url": "https://www.international.gc.ca/transparency-transparence/mexico-mexique/2017.aspx?lang=eng",
}

REPORT_2018 = {
    "title": "Canada-Mexico Partnership: 2018 Annual Report",
    "publisher": "Global Affairs Canada",
    "year": 2018,
    "url": None,
}

REPORT_2019 = {
    "title": "Canada-Mexico Partnership: 2019 Annual Report",
    "publisher": "Global Affairs Canada",
    "year": 2019,
    "url": "https://www.international.gc.ca/transparency-transparence/mexico-mexique/2019.aspx?lang=eng",
}

REPORT_2020 = {
    "title": "Canada-Mexico Partnership: 2020 Annual Report",
    "publisher": "Global Affairs Canada",
    "year": 2020,
    "url": "https://www.international.gc.ca/transparency-transparence/mexico-mexique/2020.aspx?lang=eng",
}

REPORT_2021 = {
    "title": "Canada-Mexico Partnership: 2021 Annual Report",
    "publisher": "Global Affairs Canada",
    "year": 2021,
    "url": "https://www.international.gc.ca/transparency-transparence/mexico-mexique/2021.aspx?lang=eng",
}

SECURITY_2016 = {
    "title": "Canada-Mexico Cooperation on Security and Defence",
    "publisher": "Government of Canada",
    "year": 2016,
    "url": None,
}

CULTURE_2017 = {
    "title": "Mexico and Canada strengthen cultural cooperation ties",
    "publisher": "Secretaría de Cultura",
    "year": 2017,
    "url": "https://cultura.gob.mx/dgai/noticias-detalle?id=53852&ln=en&orden=1",
}

SRE_2017 = {
    "title": "México y Canadá fortalecen amistad a través de alianza (comunicado de la SRE)",
    "publisher": "Ocho Columnas",
    "year": 2017,
    "url": "https://8columnas.com.mx/internacional/mexico-y-canada-fortalecen-amistad-a-traves-de-alianza/",
}

JORNADA_2020 = {
    "title": "México y Canadá, socios estratégicos, asegura Ebrard",
    "publisher": "La Jornada",
    "year": 2020,
    "url": "https://jornada.com.mx/noticia/2020/11/26/politica/mexico-y-canada-socios-estrategicos-asegura-ebrard-7875",
}

AGRI_2014 = {
    "title": "Participa SAGARPA en la X Reunión de la Alianza México-Canadá",
    "publisher": "Comunicación Social Guanajuato",
    "year": 2014,
    "url": "http://comunicacionsocialguanajuato.blogspot.com/2014/09/participa-sagarpa-en-la-x-reunion-de-la.html",
}

AGRI_2020 = {
    "title": "Refrendan México y Canadá impulso al desarrollo y crecimiento productivo",
    "publisher": "Emprefinanzas",
    "year": 2020,
    "url": "https://emprefinanzas.com.mx/2020/12/25/refrendan-mexico-y-canada-impulso-al-desarrollo-y-crecimiento-productivo/",
}

AGRI_2023 = {
    "title": "Impulsan agronegocios en Ottawa",
    "publisher": "RH Positivo",
    "year": 2023,
    "url": "https://rhpositivo.mx/pareja-saludable/item/9319-impulsan-agronegocios-en-ottawa",
}

CFIA_2023 = {
    "title": "Overview: Canada Mexico Organic Equivalency Arrangement (CMOEA)",
    "publisher": "Canadian Food Inspection Agency",
    "year": 2023,
    "url": "https://inspection.canada.ca/food-labels/organic-products/equivalence-arrangements/cmoea/eng/1674764950639/1674764951343",
}

TRADE_2021 = {
    "title": "Minister Ng speaks with Mexico’s Secretary of Economy on first anniversary of CUSMA",
    "publisher": "Global Affairs Canada",
    "year": 2021,
    "url": "https://www.webnewswire.com/2021/07/08/canada-minister-ng-speaks-with-mexicos-secretary-of-economy-on-first-anniversary-of-canada-united-states-mexico-agreement/",
}

MINISTERS_2021 = {
    "title": "Ebrard se reúne con canciller canadiense previo a reunión de líderes norteamericanos",
    "publisher": "NotiPress",
    "year": 2021,
    "url": "https://visorempresarial.info/blog/2021/11/17/ebrard-se-reune-con-canciller-canadiense-previo-a-reunion-de-lideres-norteamericanos/",
}

SUMMIT_2021 = {
    "title": "Informe de la SRE al Senado sobre la IX Cumbre de Líderes de América del Norte",
    "publisher": "Milenio",
    "year": None,
    "url": "https://amp.milenio.com/politica/cumbre-trilateral-norteamerica-abrio-acuerdos-sre-senado",
}

YOUTH_LAB = {
    "title": "Can-Mex Youth Lab",
    "publisher": "Embassy of Canada in Mexico and Embassy of Mexico in Canada",
    "year": 2022,
    "url": "https://www.canmex.org/eng",
}

YOUTH_2022 = {
    "title": "La juventud en la relación Canadá-México",
    "publisher": "La Jornada",
    "year": 2022,
    "url": "https://jornada.com.mx/notas/2022/06/03/politica/la-juventud-en-la-relacion-canada-mexico",
}

DIALOGUE_2022 = {
    "title": "Mexico and Canada initiate economic dialogue",
    "publisher": "Pledge Times",
    "year": 2022,
    "url": "https://pledgetimes.com/mexico-and-canada-initiate-economic-dialogue/",
}

SRE_2022 = {
    "title": "18th Annual Meeting of the Mexico-Canada Partnership",
    "publisher": "Secretaría de Relaciones Exteriores",
    "year": 2022,
    "url": "https://canadainmexico.com/2022/11/18th-annual-meeting-of-the-mexico-canada-partnership",
}

CONAFOR_2022 = {
    "title": "La Conafor participa en la 18 Reunión Anual de la Alianza México-Canadá",
    "publisher": "Comisión Nacional Forestal",
    "year": 2022,
    "url": "https://www.gob.mx/conafor/prensa/la-conafor-participa-en-la-18-reunion-anual-de-la-alianza-mexico-canada",
}

FIRE_2023 = {
    "title": "México enviará contingentes de Conafor para combatir incendios en Canadá",
    "publisher": "Aquixicohtencatl",
    "year": 2023,
    "url": "https://aquixicohtencatl.com/2023/06/13/mexico-enviara-contingentes-de-conafor-para-combatir-incendios-en-canada",
}

FORESTS_2025 = {
    "title": "México y Canadá fortalecen cooperación en el Grupo de Trabajo sobre Bosques",
    "publisher": "El Espectador (México)",
    "year": 2025,
    "url": "https://elespectador.mx/mexico-y-canada-fortalecen-cooperacion-en-el-grupo-de-trabajo-sobre-bosques/amp",
}
