"""The public sources behind the Partnership’s pages: facts were taken from them, sentences were not."""

CMP_PAGE = (
    "“Le Partenariat Canada-Mexique”, Affaires mondiales Canada, 2022, "
    "https://www.international.gc.ca/country-pays/mexico-mexique/partnership_canada-mexico-mexique_partenariat.aspx?lang=fra"
)

REPORT_2016 = (
    "“Canada-Mexico Partnership: 2016 Annual Report”, Global Affairs Canada, 2016, "
    "https://www.international.gc.ca/transparency-transparence/mexico-mexique/2016.aspx?lang=eng"
)

REPORT_2017 = (
    "“Canada-Mexico Partnership: 2017 Annual Report”, Global Affairs Canada, 2017, "
    "https://www.international.gc.ca/transparency-transparence/mexico-mexique/2017.aspx?lang=eng"
)

REPORT_2018 = "“Canada-Mexico Partnership: 2018 Annual Report”, Global Affairs Canada, 2018"

REPORT_2019 = (
    "“Canada-Mexico Partnership: 2019 Annual Report”, Global Affairs Canada, 2019, "
    "https://www.international.gc.ca/transparency-transparence/mexico-mexique/2019.aspx?lang=eng"
)

REPORT_2020 = (
    "“Canada-Mexico Partnership: 2020 Annual Report”, Global Affairs Canada, 2020, "
    "https://www.international.gc.ca/transparency-transparence/mexico-mexique/2020.aspx?lang=eng"
)

REPORT_2021 = (
    "“Canada-Mexico Partnership: 2021 Annual Report”, Global Affairs Canada, 2021, "
    "https://www.international.gc.ca/transparency-transparence/mexico-mexique/2021.aspx?lang=eng"
)

SECURITY_2016 = "“Canada-Mexico Cooperation on Security and Defence”, Prime Minister of Canada, 2016"

CULTURE_2017 = (
    "“Mexico and Canada strengthen cultural cooperation ties”, Secretaría de Cultura, 2017, "
    "https://cultura.gob.mx/dgai/noticias-detalle?id=53852&ln=en&orden=1"
)

SRE_2017 = (
    "“México y Canadá fortalecen amistad a través de alianza (comunicado de la SRE)”, Ocho Columnas, 2017, "
    "https://8columnas.com.mx/internacional/mexico-y-canada-fortalecen-amistad-a-traves-de-alianza/"
)

JORNADA_2020 = (
    "“México y Canadá, socios estratégicos, asegura Ebrard”, La Jornada, 2020, "
    "https://jornada.com.mx/noticia/2020/11/26/politica/mexico-y-canada-socios-estrategicos-asegura-ebrard-7875"
)

AGRI_2014 = (
    "“Participa SAGARPA en la X Reunión de la Alianza México-Canadá”, Comunicación Social Guanajuato, 2014, "
    "http://comunicacionsocialguanajuato.blogspot.com/2014/09/participa-sagarpa-en-la-x-reunion-de-la.html"
)

AGRI_2020 = (
    "“Refrendan México y Canadá impulso al desarrollo y crecimiento productivo”, Emprefinanzas, 2020, "
    "https://emprefinanzas.com.mx/2020/12/25/refrendan-mexico-y-canada-impulso-al-desarrollo-y-crecimiento-productivo/"
)

AGRI_2023 = (
    "“Impulsan agronegocios en Ottawa”, RH Positivo, 2023, "
    "https://rhpositivo.mx/pareja-saludable/item/9319-impulsan-agronegocios-en-ottawa"
)

CFIA_2023 = (
    "“Overview: Canada Mexico Organic Equivalency Arrangement (CMOEA)”, Canadian Food Inspection Agency, "
    "2023, "
    "https://inspection.canada.ca/food-labels/organic-products/equivalence-arrangements/cmoea/eng/1674764950639/1674764951343"
)

TRADE_2021 = (
    "“Minister Ng speaks with Mexico’s Secretary of Economy on first anniversary of CUSMA”, Global Affairs "
    "Canada, 2021, "
    "https://www.webnewswire.com/2021/07/08/canada-minister-ng-speaks-with-mexicos-secretary-of-economy-on-first-anniversary-of-canada-united-states-mexico-agreement/"
)

MINISTERS_2021 = (
    "“Ebrard se reúne con canciller canadiense previo a reunión de líderes norteamericanos”, NotiPress, "
    "2021, "
    "https://visorempresarial.info/blog/2021/11/17/ebrard-se-reune-con-canciller-canadiense-previo-a-reunion-de-lideres-norteamericanos/"
)

SUMMIT_2021 = (
    "“Informe de la SRE al Senado sobre la IX Cumbre de Líderes de América del Norte”, Milenio, undated, "
    "https://amp.milenio.com/politica/cumbre-trilateral-norteamerica-abrio-acuerdos-sre-senado"
)

YOUTH_LAB = (
    "“Can-Mex Youth Lab”, Embassy of Canada in Mexico and Embassy of Mexico in Canada, 2022, https://www.canmex.org/eng"
)

YOUTH_2022 = (
    "“La juventud en la relación Canadá-México”, La Jornada, 2022, "
    "https://jornada.com.mx/notas/2022/06/03/politica/la-juventud-en-la-relacion-canada-mexico"
)

DIALOGUE_2022 = (
    "“Mexico and Canada initiate economic dialogue”, Pledge Times, 2022, "
    "https://pledgetimes.com/mexico-and-canada-initiate-economic-dialogue/"
)

SRE_2022 = (
    "“18th Annual Meeting of the Mexico-Canada Partnership”, Secretaría de Relaciones Exteriores, 2022, "
    "https://canadainmexico.com/2022/11/18th-annual-meeting-of-the-mexico-canada-partnership"
)

CONAFOR_2022 = (
    "“La Conafor participa en la 18 Reunión Anual de la Alianza México-Canadá”, Comisión Nacional Forestal, "
    "2022, "
    "https://www.gob.mx/conafor/prensa/la-conafor-participa-en-la-18-reunion-anual-de-la-alianza-mexico-canada"
)

FIRE_2023 = (
    "“México enviará contingentes de Conafor para combatir incendios en Canadá”, Aquixicohtencatl, 2023, "
    "https://aquixicohtencatl.com/2023/06/13/mexico-enviara-contingentes-de-conafor-para-combatir-incendios-en-canada"
)

FORESTS_2025 = (
    "“México y Canadá fortalecen cooperación en el Grupo de Trabajo sobre Bosques”, El Espectador (México), "
    "2025, "
    "https://elespectador.mx/mexico-y-canada-fortalecen-cooperacion-en-el-grupo-de-trabajo-sobre-bosques/amp"
)
