"""The annual report of the Partnership for 2021: message, profile, figures and sources."""

from cooperation.demo.content.cmp_sources import (
    AGRI_2020,
    CFIA_2023,
    CMP_PAGE,
    CONAFOR_2022,
    MINISTERS_2021,
    REPORT_2020,
    REPORT_2021,
    SRE_2022,
    SUMMIT_2021,
    TRADE_2021,
    YOUTH_2022,
    YOUTH_LAB,
)
from cooperation.demo.content.report_2021_chapters import CHAPTERS
from cooperation.demo.content.report_2021_objectives import OBJECTIVES

REPORT = {
    "key": "report-2021",
    "mechanism": "cmp",
    "year": 2021,
    "themes": ["partnership"],
    "countries": ["CA", "MX"],
    "source_language": "es",
    "title": {
        "en": "Canada-Mexico Partnership: 2021 Annual Report",
        "fr": "Partenariat Canada-Mexique : rapport annuel 2021",
        "es": "Alianza México-Canadá: informe anual 2021",
    },
    "slug": {
        "en": "canada-mexico-partnership-2021",
        "fr": "partenariat-canada-mexique-2021",
        "es": "alianza-mexico-canada-2021",
    },
    "summary": {
        "en": (
            "The 17th annual meeting, the first with the Youth Lab; what became of the objectives of 2020, "
            "and new ones for 2022."
        ),
        "fr": (
            "La 17e réunion annuelle, la première avec le Lab Jeunesse ; le sort des objectifs de 2020, et "
            "de nouveaux pour 2022."
        ),
        "es": (
            "La 17.ª reunión anual, la primera con el Laboratorio de Jóvenes; qué fue de los objetivos de "
            "2020 y los nuevos para 2022."
        ),
    },
    "message": {
        "en": (
            "<p>The year 2021 ended better than it began. Health measures were being lifted little by "
            "little, our two governments were talking often and at the highest level, and in the week "
            "before our meeting the leaders of North America had sat down together for the first time in "
            "five years.</p>"
            "<p>The 17th annual meeting, which Mexico led, was held on 25 November in that spirit. Five "
            "groups sat that day. Their co-chairs were asked to take what the leaders had discussed and "
            "make room for it in the plans for 2022.</p>"
            "<p>Two things were new. Young people from both countries, brought together by our embassies in "
            "a Youth Lab, put their recommendations to us and to the groups. And we agreed that foreign "
            "policy itself should have a working group from 2022, on subjects such as feminist foreign "
            "policy and reconciliation with Indigenous peoples.</p>"
            "<p>Seventeen years on, federal and state authorities, business and civil society still find in "
            "this forum a reason to come back. The pages that follow tell what they did.</p>"
        ),
        "fr": (
            "<p>L’année 2021 s’est mieux terminée qu’elle n’avait commencé. Les mesures sanitaires étaient "
            "levées peu à peu, nos deux gouvernements se parlaient souvent et au plus haut niveau, et la "
            "semaine précédant notre réunion, les dirigeants nord-américains s’étaient assis à la même "
            "table pour la première fois en cinq ans.</p>"
            "<p>C’est dans cet esprit que s’est tenue, le 25 novembre, la 17e réunion annuelle, dirigée par "
            "le Mexique. Cinq groupes ont siégé ce jour-là. Leurs coprésidents ont été invités à faire une "
            "place, dans les plans de 2022, à ce dont les dirigeants avaient discuté.</p>"
            "<p>Deux choses étaient nouvelles. Des jeunes des deux pays, réunis par nos ambassades au sein "
            "d’un Lab Jeunesse, nous ont soumis leurs recommandations, ainsi qu’aux groupes. Et nous avons "
            "convenu que la politique étrangère elle-même aurait son groupe de travail dès 2022, sur des "
            "sujets comme la politique étrangère féministe et la réconciliation avec les peuples "
            "autochtones.</p>"
            "<p>Dix-sept ans plus tard, autorités fédérales et étatiques, entreprises et société civile "
            "trouvent encore dans ce forum une raison de revenir. Les pages qui suivent disent ce qu’elles "
            "ont fait.</p>"
        ),
        "es": (
            "<p>El año 2021 terminó mejor de lo que empezó. Las medidas sanitarias se levantaban poco a "
            "poco, nuestros dos gobiernos hablaban con frecuencia y al más alto nivel, y en la semana "
            "anterior a nuestra reunión los líderes de América del Norte se habían sentado a la misma mesa "
            "por primera vez en cinco años.</p>"
            "<p>Con ese espíritu se celebró, el 25 de noviembre, la 17.ª reunión anual, encabezada por "
            "México. Ese día sesionaron cinco grupos. Se invitó a sus copresidentes a retomar lo que los "
            "líderes habían conversado y darle un lugar en los planes de 2022.</p>"
            "<p>Hubo dos novedades. Jóvenes de ambos países, convocados por nuestras embajadas en un "
            "Laboratorio de Jóvenes, nos presentaron sus recomendaciones, y también a los grupos. Y "
            "acordamos que la propia política exterior tenga un grupo de trabajo desde 2022, sobre temas "
            "como la política exterior feminista y la reconciliación con los pueblos indígenas.</p>"
            "<p>Diecisiete años después, autoridades federales y estatales, empresas y sociedad civil "
            "siguen encontrando en este foro una razón para volver. Las páginas que siguen cuentan lo que "
            "hicieron.</p>"
        ),
    },
    "sections": [
        {
            "heading": {
                "en": "The Partnership in 2021",
                "fr": "Le Partenariat en 2021",
                "es": "La Alianza en 2021",
            },
            "body": {
                "en": (
                    "<p>The eight groups of 2020 were those of 2021. Coordination stayed with Mexico’s "
                    "Secretariat of Foreign Affairs and Global Affairs Canada.</p>"
                    "<p>The Partnership’s year was shaped by what went on around it. In July, ministers "
                    "marked the first anniversary of the new North American trade agreement in Mexico City, "
                    "where Canada’s trade minister came in person for the first time since the pandemic "
                    "began. On 16 November the two foreign ministers met there as well and spoke of gender "
                    "equality, of dialogue with Indigenous peoples and of climate change. Two days later, "
                    "in Washington, came the ninth North American Leaders’ Summit, the first since "
                    "2016.</p>"
                    "<p>In Part III each objective set in 2020 comes back with its status. Where the "
                    "sources do not say how it ended, it is shown as under way.</p>"
                ),
                "fr": (
                    "<p>Les huit groupes de 2020 étaient ceux de 2021. La coordination est restée aux mains "
                    "du Secrétariat des Affaires étrangères du Mexique et d’Affaires mondiales Canada.</p>"
                    "<p>L’année du Partenariat a été façonnée par ce qui se passait autour de lui. En "
                    "juillet, des ministres ont souligné à Mexico le premier anniversaire du nouvel accord "
                    "commercial nord-américain ; la ministre canadienne du Commerce y venait en personne "
                    "pour la première fois depuis le début de la pandémie. Le 16 novembre, les deux "
                    "ministres des Affaires étrangères s’y sont rencontrés à leur tour et ont parlé "
                    "d’égalité des genres, de dialogue avec les peuples autochtones et de changements "
                    "climatiques. Deux jours plus tard, à Washington, s’ouvrait le neuvième Sommet des "
                    "leaders nord-américains, le premier depuis 2016.</p>"
                    "<p>Dans la partie III, chaque objectif fixé en 2020 revient avec son état. Lorsque les "
                    "sources ne disent pas ce qu’il en est advenu, il est donné comme étant en cours.</p>"
                ),
                "es": (
                    "<p>Los ocho grupos de 2020 fueron los de 2021. La coordinación siguió a cargo de la "
                    "Secretaría de Relaciones Exteriores de México y de Asuntos Globales Canadá.</p>"
                    "<p>El año de la Alianza estuvo marcado por lo que ocurría a su alrededor. En julio se "
                    "celebró en la Ciudad de México el primer aniversario del nuevo tratado comercial de "
                    "América del Norte; la ministra de Comercio de Canadá acudía en persona por primera vez "
                    "desde el inicio de la pandemia. El 16 de noviembre se reunieron allí también los dos "
                    "cancilleres y hablaron de igualdad de género, de diálogo con los pueblos indígenas y "
                    "de cambio climático. Dos días después tuvo lugar en Washington la novena Cumbre de "
                    "Líderes de América del Norte, la primera desde 2016.</p>"
                    "<p>En la parte III, cada objetivo fijado en 2020 vuelve con su estado. Cuando las "
                    "fuentes no dicen en qué quedó, se muestra como en curso.</p>"
                ),
            },
        },
        {
            "heading": {
                "en": "The 17th annual meeting",
                "fr": "La 17e réunion annuelle",
                "es": "La 17.ª reunión anual",
            },
            "body": {
                "en": (
                    "<p>The meeting took place on Thursday 25 November 2021 under Mexico’s lead. Sources "
                    "describe it differently. The annual report calls it hybrid, in person and online at "
                    "once; Canada’s page on the Partnership calls it virtual and adds that a small number "
                    "of senior officials from both countries gathered in Mexico City to take part. Both are "
                    "kept here, each with its source.</p>"
                    "<p>Five of the eight groups sat:</p>"
                    "<ul>"
                    "<li>Creativity and Culture</li>"
                    "<li>Environment</li>"
                    "<li>Forestry</li>"
                    "<li>Human Capital</li>"
                    "<li>Trade, Investment and Innovation</li>"
                    "</ul>"
                    "<p>Three plenary sessions and a round table of co-chairs completed the day. For the "
                    "first time delegates of the Youth Lab took part; they presented recommendations to the "
                    "groups one by one and again in plenary.</p>"
                ),
                "fr": (
                    "<p>La réunion s’est tenue le jeudi 25 novembre 2021, sous la direction du Mexique. Les "
                    "sources la décrivent différemment. Le rapport annuel la dit hybride, en personne et en "
                    "ligne à la fois ; la page du Canada sur le Partenariat la dit virtuelle, et ajoute que "
                    "quelques hauts fonctionnaires des deux pays s’étaient rassemblés à Mexico pour y "
                    "prendre part. Les deux versions sont conservées ici, chacune avec sa source.</p>"
                    "<p>Cinq des huit groupes ont siégé :</p>"
                    "<ul>"
                    "<li>Créativité et culture</li>"
                    "<li>Environnement</li>"
                    "<li>Foresterie</li>"
                    "<li>Capital humain</li>"
                    "<li>Commerce, investissement et innovation</li>"
                    "</ul>"
                    "<p>Trois plénières et une table ronde des coprésidents ont complété la journée. Pour "
                    "la première fois, des délégués du Lab Jeunesse étaient là ; ils ont présenté des "
                    "recommandations à chacun des groupes, puis en plénière.</p>"
                ),
                "es": (
                    "<p>La reunión tuvo lugar el jueves 25 de noviembre de 2021, encabezada por México. Las "
                    "fuentes la describen de manera distinta. El informe anual dice que fue híbrida, "
                    "presencial y en línea a la vez; la página de Canadá sobre la Alianza dice que fue "
                    "virtual y añade que unos cuantos altos funcionarios de ambos países se congregaron en "
                    "la Ciudad de México para participar. Aquí se conservan las dos versiones, cada una con "
                    "su fuente.</p>"
                    "<p>Sesionaron cinco de los ocho grupos:</p>"
                    "<ul>"
                    "<li>Creatividad y cultura</li>"
                    "<li>Medio ambiente</li>"
                    "<li>Bosques</li>"
                    "<li>Capital humano</li>"
                    "<li>Comercio, inversión e innovación</li>"
                    "</ul>"
                    "<p>Tres plenarias y una mesa redonda de copresidentes completaron la jornada. Por "
                    "primera vez participaron delegados del Laboratorio de Jóvenes, que presentaron "
                    "recomendaciones a cada grupo y después en plenaria.</p>"
                ),
            },
        },
        {
            "heading": {
                "en": "Decided for 2022",
                "fr": "Décidé pour 2022",
                "es": "Lo acordado para 2022",
            },
            "body": {
                "en": (
                    "<p>Three things were carried over to the new year.</p>"
                    "<h3>A group on foreign policy</h3><p>Canada and Mexico agreed to form it for 2022. It "
                    "is to look at feminist foreign policy, reconciliation with Indigenous peoples, "
                    "inclusive government and diversity. It has no chapter in this report, since it had not "
                    "yet met.</p>"
                    "<h3>The leaders’ meetings</h3><p>The co-chairs of the groups were asked to take "
                    "account, in their plans, of what came out of the bilateral meeting of the prime "
                    "minister and the president and of the North American summit.</p>"
                    "<h3>The Youth Lab</h3><p>A gender-balanced group of young Canadians and Mexicans, "
                    "convened by the two embassies, ended its first year with a communiqué of "
                    "recommendations. What the groups make of them is for 2022.</p>"
                ),
                "fr": (
                    "<p>Trois choses ont été reportées sur la nouvelle année.</p>"
                    "<h3>Un groupe sur la politique étrangère</h3><p>Les deux pays se sont entendus pour le "
                    "former en 2022. Il doit traiter de politique étrangère féministe, de réconciliation "
                    "avec les peuples autochtones, de gouvernance inclusive et de diversité. Comme il ne "
                    "s’était pas encore réuni, il n’a pas de chapitre dans ce rapport.</p>"
                    "<h3>Les rencontres des dirigeants</h3><p>Les coprésidents des groupes ont été invités "
                    "à tenir compte, dans leurs plans, de ce qui est ressorti de la rencontre bilatérale du "
                    "premier ministre et du président, et du sommet nord-américain.</p>"
                    "<h3>Le Lab Jeunesse</h3><p>Composé à parité de jeunes femmes et de jeunes hommes du "
                    "Canada et du Mexique, et formé par les deux ambassades, le Lab a conclu sa première "
                    "année par un communiqué de recommandations. Ce que les groupes en feront relève de "
                    "2022.</p>"
                ),
                "es": (
                    "<p>Tres asuntos pasaron al nuevo año.</p>"
                    "<h3>Un grupo sobre política exterior</h3><p>México y Canadá acordaron formarlo para "
                    "2022. Se ocupará de política exterior feminista, reconciliación con los pueblos "
                    "indígenas, gobernanza incluyente y diversidad. No tiene capítulo en este informe "
                    "porque aún no se había reunido.</p>"
                    "<h3>Los encuentros de los líderes</h3><p>Se pidió a los copresidentes de los grupos "
                    "que tuvieran en cuenta, en sus planes, lo que resultó de la reunión bilateral del "
                    "presidente y el primer ministro, y de la cumbre de América del Norte.</p>"
                    "<h3>El Laboratorio de Jóvenes</h3><p>Con igual presencia de mujeres y hombres jóvenes "
                    "de México y Canadá, y convocado por las dos embajadas, el Laboratorio concluyó su "
                    "primer año con un comunicado de recomendaciones. Lo que los grupos hagan con ellas "
                    "corresponde a 2022.</p>"
                ),
            },
        },
        {
            "heading": {
                "en": "About this text",
                "fr": "À propos de ce texte",
                "es": "Acerca de este texto",
            },
            "body": {
                "en": (
                    "<p>This is a demonstration text, written anew from public sources; it is not the "
                    "official report, and the message in Part I was not written by the co-chairs. The "
                    "status of an objective rests on what the sources show: a session held is done, a "
                    "session that did not take place is dropped, and whatever cannot be known is under way. "
                    "Some objectives for 2022 were inferred from what the groups reported a year later.</p>"
                ),
                "fr": (
                    "<p>Ce texte est une démonstration, rédigée à neuf à partir de sources publiques ; ce "
                    "n’est pas le rapport officiel, et le message de la partie I n’est pas de la main des "
                    "coprésidents. L’état d’un objectif repose sur ce que montrent les sources : une séance "
                    "tenue est réalisée, une séance qui n’a pas eu lieu est abandonnée, et ce qu’on ne peut "
                    "savoir est en cours. Certains objectifs de 2022 ont été déduits de ce que les groupes "
                    "ont rapporté un an plus tard.</p>"
                ),
                "es": (
                    "<p>Este texto es una demostración, redactada de nuevo a partir de fuentes públicas; no "
                    "es el informe oficial, y el mensaje de la parte I no lo escribieron los copresidentes. "
                    "El estado de un objetivo se apoya en lo que muestran las fuentes: una sesión celebrada "
                    "está cumplida, una sesión que no tuvo lugar está abandonada, y lo que no puede saberse "
                    "está en curso. Algunos objetivos de 2022 se dedujeron de lo que los grupos informaron "
                    "un año después.</p>"
                ),
            },
        },
    ],
    "chapters": CHAPTERS,
    "objectives": OBJECTIVES,
    "figures": [
        {
            "label": {
                "en": "Working groups that sat at the annual meeting",
                "fr": "Groupes de travail ayant siégé à la réunion annuelle",
                "es": "Grupos de trabajo que sesionaron en la reunión anual",
            },
            "value": "5",
            "wording": None,
            "unit": {"en": "groups", "fr": "groupes", "es": "grupos"},
            "as_of": "2021-11-25",
            "valid_until": None,
            "source": "Global Affairs Canada, Canada-Mexico Partnership: 2021 Annual Report",
        },
        {
            "label": {"en": "Working groups", "fr": "Groupes de travail", "es": "Grupos de trabajo"},
            "value": "8",
            "wording": None,
            "unit": {"en": "groups", "fr": "groupes", "es": "grupos"},
            "as_of": "2021-11-25",
            "valid_until": None,
            "source": "Global Affairs Canada, Canada-Mexico Partnership: 2021 Annual Report",
        },
        {
            "label": {"en": "Plenary sessions", "fr": "Séances plénières", "es": "Sesiones plenarias"},
            "value": "3",
            "wording": None,
            "unit": {"en": "sessions", "fr": "séances", "es": "sesiones"},
            "as_of": "2021-11-25",
            "valid_until": None,
            "source": "Affaires mondiales Canada, Le Partenariat Canada-Mexique",
        },
    ],
    "sources": [
        CMP_PAGE,
        REPORT_2020,
        REPORT_2021,
        TRADE_2021,
        MINISTERS_2021,
        SUMMIT_2021,
        YOUTH_LAB,
        YOUTH_2022,
        AGRI_2020,
        CFIA_2023,
        CONAFOR_2022,
        SRE_2022,
    ],
}
