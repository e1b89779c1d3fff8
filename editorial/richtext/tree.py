"""HTML as a tree: elements with those of their attributes that mean something."""

import re
from dataclasses import dataclass, field

from editorial.base.network import hrefs

#: The attributes of each element, in the order in which they are written.
ATTRIBUTES = {
    "a": ("href", "hreflang", "title"),
    "abbr": ("title",),
    "blockquote": ("cite", "lang"),
    "h3": ("lang",),
    "h4": ("lang",),
    "li": ("lang",),
    "ol": ("start", "lang"),
    "p": ("lang",),
    "span": ("lang",),
    "table": ("lang",),
    "td": ("colspan", "rowspan", "lang"),
    "th": ("scope", "colspan", "rowspan", "lang"),
    "ul": ("lang",),
}
SCOPES = ("col", "row", "colgroup", "rowgroup")

_TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:[^>"]|"[^"]*")*)>|([^<]+)')
_ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
#: Elements are not nested deeper than this.
_DEEPEST = 50


@dataclass
class Element:
    """An element, or the whole text if its tag is empty; `children` and attribute values are escaped as they were."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: "list[Element | str]" = field(default_factory=list)

    def opening(self) -> str:
        """The opening tag with those attributes that mean something, in their order."""
        said = [(name, value_of(name, self.attributes.get(name, ""))) for name in ATTRIBUTES.get(self.tag, ())]
        return "".join([f"<{self.tag}", *[f' {name}="{value}"' for name, value in said if value], ">"])


def tree(html: str) -> Element:
    """What `html`, which is well formed, holds: text as it stands there, escaped, and elements."""
    root = Element("")
    above = [root]
    for closing, tag, attributes, words in _TOKEN.findall(html):
        if words:
            above[-1].children.append(words)
        elif not closing:
            element = Element(tag, dict(_ATTRIBUTE.findall(attributes)) if attributes else {})
            above[-1].children.append(element)
            if tag != "br":
                # What is nested deeper than anybody writes stands in the element above it.
                above.append(element if len(above) < _DEEPEST else above[-1])
        else:
            above.pop()
    return root


def value_of(name: str, value: str) -> str:
    """An attribute's value; empty where it means nothing."""
    if name == "href":
        value = hrefs.spelled(value)
    value = " ".join(value.split())
    match name:
        case "lang" | "hreflang":
            return value if _LANGUAGE.fullmatch(value) else ""
        case "cite":
            return value if re.match(r"https?://", value, re.IGNORECASE) else ""
        case "scope":
            return value if value in SCOPES else ""
        case "start":
            return str(int(value)) if re.fullmatch(r"[0-9]{1,4}", value) and int(value) != 1 else ""
    return value
