"""How does a drawn chart become part of a page: no address in it, colours from the page, one label for all of it?"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping

_KEPT = frozenset(
    ("d", "x", "y", "x1", "x2", "y1", "y2", "dx", "dy", "cx", "cy", "r", "width", "height", "transform", "points",
     "viewBox", "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "opacity",
     "stroke-linecap", "stroke-miterlimit", "text-anchor", "font-size", "font-weight", "font-style", "display")
)  # fmt: skip
_DRAWN = frozenset(("svg", "g", "path", "rect", "line", "text", "tspan", "circle"))
_PLAIN_VALUE = re.compile(r"[^<>]*")


def inline(drawing: str, label: str, colours: Mapping[str, str]) -> str:
    """The drawing as an inline ``<svg role="img">``.

    Only shapes, text and their geometry are kept: nothing that could point outside. A colour that is a key of
    ``colours`` becomes the style class it maps to, so that the page's light, dark and print colours rule it.
    """
    root = ET.fromstring(drawing)  # noqa: S314 - our own drawing, made a moment ago
    names = {colour.lower(): name for colour, name in colours.items()}
    drawn = _rebuilt(root, names)
    drawn.attrib.pop("height", None)
    width = drawn.attrib.pop("width", None)
    if width is not None:
        drawn.set("style", f"max-width:{round(float(width) * 1.1)}px")
    drawn.set("role", "img")
    drawn.set("aria-label", label)
    return ET.tostring(drawn, encoding="unicode", short_empty_elements=False)


def _rebuilt(element: ET.Element, names: Mapping[str, str]) -> ET.Element:
    fresh = ET.Element(_name(element))
    classes = []
    for key, value in element.attrib.items():
        plain = _PLAIN_VALUE.fullmatch(value) is not None and "url(" not in value
        if key in ("fill", "stroke") and value.lower() in names:
            classes.append(f"{key[0]}-{names[value.lower()]}")
        elif key in _KEPT and plain:
            fresh.set(key, value)
    if classes:
        fresh.set("class", " ".join(classes))
    fresh.text = element.text
    for child in element:
        if _name(child) in _DRAWN and not _is_empty(child):
            fresh.append(_rebuilt(child, names))
    return fresh


def _name(element: ET.Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _is_empty(element: ET.Element) -> bool:
    """Frames that the drawing library leaves around its marks and that show nothing."""
    if element.get("display") == "none":
        return True
    if _name(element) == "path" and element.get("class") in ("background", "foreground"):
        return True
    return len(element) == 0 and not (element.text or "").strip() and _name(element) in ("g", "text", "tspan")
