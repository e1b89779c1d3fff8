"""Where a piece of a page stands, by what its markup says: a menu, a footer, a share button, or the text itself."""

import re

from editorial.richtext.tree import Element

_ROLES = {
    "navigation": "menu", "menu": "menu", "menubar": "menu", "search": "search", "contentinfo": "footer",
    "banner": "header", "complementary": "aside", "doc-footnote": "footnotes", "doc-endnotes": "footnotes",
    "doc-endnote": "footnotes", "doc-toc": "toc",
}  # fmt: skip
_TAGS = {"nav": "menu", "menu": "menu", "footer": "footer", "aside": "aside"}
#: Words of classes and identifiers, as web sites of governments and the usual publishing systems have them.
_WORDS = tuple(
    (region, re.compile(rf"(?:^|[\s_-])(?:{words})(?:$|[\s_-])", re.IGNORECASE))
    for region, words in (
        ("breadcrumb", "breadcrumbs?|fil-?ariane|migas?|wb-bc"),
        ("cookie", "cookies?|cookie-?(?:banner|notice|bar|consent)|consent|gdpr|onetrust.*"),
        ("language", "wb-lng|lang(?:uage)?-?(?:switch(?:er)?|select(?:or|ion)?|toggle|nav|bar)"),
        ("share", "share|sharing|share-?this|addthis|addtoany|social(?:-?(?:media|links|share))?|partage|compartir"),
        ("skip", "skip-?(?:links?|nav|to(?:-content|-main)?)|wb-slc?|wb-tphp"),
        ("feedback", "gc-rprt-prblm|gc-pft|page-?feedback|feedback"),
        ("comments", "comments?-?(?:area|list|section|form)?|disqus(?:_thread)?"),
        ("toc", "toc|table-of-contents|on-this-page|gc-toc"),
        ("footnotes", "footnotes?|endnotes?|wb-fnote"),
        ("menu", "menu|nav|navbar|main-?nav|navigation|menubar|pager|pagination|site-?map-?menu"),
        ("aside", "sidebar|related(?:-?(?:posts|links|content))?|widgets?"),
        ("footer", "footer|site-?footer|page-?footer|pagedetails"),
        ("header", "site-?header|masthead|page-?header-?global"),
    )
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def main_of(root: Element) -> Element | None:
    """The element that holds the page's own text, if the page says so and there is a text in it."""
    found = [node for node in root.inside() if node.tag == "main" or node.get("role") == "main"]
    if len(found) != 1 or not found[0].length:
        return None
    # A page whose "main" holds only a part of what is in it (a slogan, a picture) says it wrongly.
    whole, inner = root.length, found[0].length
    return found[0] if inner >= 200 or inner * 4 > whole else None


def region_of(node: Element, *, within_text: bool, share: float) -> str:
    """The region that an element makes; empty if it is as its surroundings.

    :param within_text: whether it stands in the main text, where a header or an aside belongs to what is said.
    :param share: how much of the page's text stands in it, 0 to 1: what holds most of it is no menu by any name.
    """
    if node.get("hidden") or _HIDDEN.search(node.get("style")):
        return "hidden"
    role = _ROLES.get(node.get("role"), "")
    if role and not (within_text and role in ("header", "aside")):
        return role
    if node.tag in _TAGS and not (within_text and node.tag in ("footer", "aside")):
        return _TAGS[node.tag]
    if node.tag == "header" and not within_text and "h1" not in node.tags:
        return "header"
    if share > 0.4 or node.tag in ("h1", "h2", "body", "main", "article"):
        return ""
    names = f"{node.get('class')} {node.get('id')}".strip()
    if not names:
        return ""
    return next((region for region, words in _WORDS if words.search(names)), "")
