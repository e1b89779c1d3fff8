"""A form as a browser would send it back: what is on the page, changed here and there."""

from typing import Any

import lxml.html


def form_of(response: Any, form_id: str = "edition-form") -> Any:
    """The form element of a response."""
    page = lxml.html.fromstring(response.content.decode())
    return page.get_element_by_id(form_id)


def fields_of(response: Any, form_id: str = "edition-form") -> dict[str, Any]:
    """Names and values of all fields that a browser without scripts would send; templates and buttons are none."""
    form = form_of(response, form_id)
    for template in form.findall(".//template"):
        template.getparent().remove(template)
    found: dict[str, Any] = {}
    for element in form.iter("input", "select", "textarea"):
        name, kind = element.get("name"), element.get("type", "text")
        if not name or element.get("disabled") is not None or kind in ("submit", "button", "file", "image"):
            continue
        if kind in ("checkbox", "radio") and element.get("checked") is None:
            continue
        if element.tag == "textarea":
            # The parser keeps the line end that follows the tag and that no browser sends.
            found.setdefault(name, []).append((element.text or "").removeprefix("\r\n").removeprefix("\n"))
        elif element.tag == "select":
            found.setdefault(name, []).append(_chosen(element))
        else:
            found.setdefault(name, []).append(element.get("value", "on" if kind == "checkbox" else ""))
    return {name: values if len(values) > 1 else values[0] for name, values in found.items()}


def _chosen(select: Any) -> str:
    options = list(select.iter("option"))
    chosen = [option for option in options if option.get("selected") is not None] or options[:1]
    return str(chosen[0].get("value", "")) if chosen else ""


def add_row(data: dict[str, Any], prefix: str, **values: Any) -> None:
    """One more row, as the script of the page adds it."""
    index = int(data[f"{prefix}-TOTAL_FORMS"])
    data[f"{prefix}-TOTAL_FORMS"] = str(index + 1)
    data[f"{prefix}-{index}-key"] = ""
    data[f"{prefix}-{index}-ORDER"] = str(index + 1)
    for name, value in values.items():
        data[f"{prefix}-{index}-{name}"] = value


def problems(response: Any) -> dict[str, str]:
    """What the page says is wrong, by the name of the field (from the `id` of its label)."""
    found = {}
    for box in form_of(response).find_class("errors"):
        label = next(element for element in box.iter() if "text-label" in (element.get("class") or ""))
        name = (label.get("for") or label.get("id", "").removesuffix("_label")).removeprefix("id_")
        found[name] = " ".join(item.text_content().strip() for item in box.find_class("errorlist"))
    return found
