"""The public sources behind agreements, programmes, meetings and statements; facts were taken from them, not sentences."""

EMBASSY_SECURITY = "Embassy of Canada in Mexico, page “Sécurité”, undated"

BACKGROUNDER_2016 = (
    "“Canada-Mexico Cooperation on Security and Defence”, Prime Minister of Canada, June 28, 2016, "
    "https://www.pm.gc.ca/en/news/backgrounders/2016/06/28/canada-mexico-cooperation-security-and-defence"
)

JOINT_2016 = (
    "“Joint statement by the Prime Minister of Canada and the President of the United Mexican States”, "
    "Prime Minister of Canada, June 28, 2016, https://www.pm.gc.ca/en/node/2364"
)

PRESIDENCY_2016 = "Presidencia de la República (Mexico), June 2016, https://www.gob.mx/presidencia/articulos/20050"

TRILATERAL_2016 = (
    "“Security and Defence”, Prime Minister of Canada, June 29, 2016, "
    "https://pm.gc.ca/en/news/backgrounders/2016/06/29/security-and-defence"
)

SPEECH_2016 = (
    "“Address at a news conference following the Canada-Mexico High-Level Strategic Dialogue meeting”, Global "
    "Affairs Canada, October 12, 2016, https://www.canada.ca/en/global-affairs/news/2016/10/"
    "address-minister-dion-news-conference-following-canada-mexico-high-level-strategic-dialogue-meeting.html"
)

DEFENCE_2014 = "Blog post “The Canada-Mexico Defence Relationship”, April 26, 2014"

ARRANGEMENT_2018 = (
    "“Canada and Mexico sign defence co-operation arrangement”, Ottawa Citizen, October 9, 2018, "
    "https://ottawacitizen.com/news/national/defence-watch/canada-and-mexico-sign-defence-co-operation-arrangement"
)

DEFENCE_2012 = (
    "“North American Defense Leaders Hold First Trilateral Meeting”, Defense Media Network, 2012, "
    "https://www.defensemedianetwork.com/stories/"
    "north-american-defense-leaders-hold-first-trilateral-meeting-on-mutual-defense-interests/"
)

DEFENCE_2012_CBC = (
    "“Canada, Mexico, U.S. enhance defence co-operation”, CBC News, March 2012, "
    "http://www.cbc.ca/news/politics/canada-mexico-u-s-enhance-defence-co-operation-1.1267661"
)

DEFENCE_2014_JOINT = (
    "“Joint Statement: 2nd Meeting of North American Defense Ministers”, April 2014, "
    "http://calgaryindians.com/news/22284-joint-statement-2nd-meeting-of-north-american-defense-ministers.aspx"
)

DEFENCE_2017 = (
    "“North American Defense Leaders Agree on Need for Cooperation”, U.S. Department of Defense, May 23, 2017, "
    "https://www.defense.gov/News/Article/Article/1191527/north-american-defense-leaders-agree-on-need-for-cooperation/"
)

FORUM_2022 = (
    "“The U.S. and Canada Reestablish the Cross-Border Crime Forum”, Homeland Security Today, March 2022, "
    "https://www.hstoday.us/subject-matter-areas/border-security/"
    "the-u-s-and-canada-reestablish-the-cross-border-crime-forum/"
)

FORUM_2023 = (
    "“Joint Statement from 2023 US-Canada Cross Border Crime Forum”, 2023, "
    "https://www.naddi.org/joint-statement-from-2023-us-canada-cross-border-crime-forum-cbcf/; day of the meeting: "
    "“Canada and US discuss cross-border crime at the 2023 Crime Forum”, Canadian News Hub, April 29, 2023"
)

FORUM_2024 = "Public Safety Canada, joint communiqué distributed by CNW, July 12, 2024"

SENTENCES_1979 = (
    "“Treaty between Canada and the United Mexican States on the Execution of Penal Sentences”, Canada Treaty "
    "Series 1979 No. 3, http://www.commonlii.org/ca/other/treaties/CATSer/1979/8.html"
)

AIR_1961 = (
    "“Air Transport Agreement”, Canada Treaty Series 1964 No. 4, "
    "http://www.commonlii.org/ca/other/treaties/CATSer/1964/3.html; exchange of notes of 1971, Canada Treaty Series "
    "1973 No. 38, http://www.commonlii.org/ca/other/treaties/CATSer/1973/3.html"
)

AIR_2010 = (
    "“Bilateral Initiatives Announced by Canada and Mexico”, Prime Minister of Canada, May 27, 2010, "
    "http://pm.gc.ca/eng/news/2010/05/27/"
    "bilateral-initiatives-announced-canada-and-mexico-during-president-calderons-visit"
)

VISIT_2014 = (
    "“Prime Minister Stephen Harper visits Mexico”, Embassy of Mexico in Canada, February 2014, "
    "https://embamex.sre.gob.mx/canada/index.php/en/press/press-releases/1285-febru14/"
    "11415-prime-minister-stephen-harper-visits-mexico"
)

FIRE_MOU = (
    "“Canada and Mexico sign MOU allowing for resource and information sharing”, http://wildlandfirefighter.ca/?p=135"
)

TIES_2014 = (
    "“Mexico and Canada Deepened their Diplomatic Ties in 2014”, Mexican Ministry of Foreign Affairs, January 5, "
    "2015, https://mazatlan-real-estate.blogspot.com/search/label/diplomacy"
)

CUSMA_GAZETTE = (
    "Order SI/2020-33, Canada Gazette, Part II, April 29, 2020, "
    "https://canadagazette.gc.ca/rp-pr/p2/2020/2020-04-29/html/si-tr33-eng.html"
)

SAWP_2014 = (
    "Embassy of Mexico in Canada, press release of November 12, 2014, "
    "https://embamex.sre.gob.mx/canada/index.php/en/press/press-releases/1291-august-2014/"
    "11460-40yearseasonalagricultural"
)

SAWP_CONSULATE = (
    "“Seasonal Agricultural Workers Program”, Consulate General of Mexico in Toronto, "
    "https://consulmex.sre.gob.mx/toronto/index.php/en/swap"
)

SAWP_2012 = (
    "“Mexico and Canada hold their annual intergovernmental meeting on the Seasonal Agricultural Workers Program”, "
    "Secretaría de Relaciones Exteriores, October 2012, http://www.sre.gob.mx/en/"
)

MOBILITY_2023 = (
    "“Canada and Mexico: key partners in human mobility”, April 2023, "
    "https://canadainmexico.com/2023/04/canada-and-mexico-key-partners-in-human-mobility"
)

MIRPS_EVENT = (
    "“MIRPS Support Platform Signature Event”, https://mirps-platform.org/en/resources/events/signature-event/; "
    "Immigration, Refugees and Citizenship Canada, news release of May 24, 2022"
)

ASYLUM_2022 = (
    "“Canada continues to strengthen asylum processing capacity in the Americas”, Immigration, Refugees and "
    "Citizenship Canada, September 1, 2022, https://www.newswire.ca/news-releases/"
    "canada-continues-to-strengthen-asylum-processing-capacity-in-the-americas-886460225.html"
)

REPORT_2018_PAGE = (
    "“Canada-Mexico Partnership: 2018 Annual Report”, Global Affairs Canada, 2018, "
    "https://www.canadainternational.gc.ca/mexico-mexique/2018cmp-pcm.aspx?lang=eng"
)
