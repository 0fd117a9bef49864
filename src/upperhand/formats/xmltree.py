"""Which elements does an XML text hold, on which lines? Document types and entities are refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from upperhand.formats.complaints import Unreadable

MOST_DEPTH = 60
MOST_ELEMENTS = 500_000


@dataclass(slots=True)
class Element:
    """One element: its name without a namespace, its attributes, its text, what it holds, its line."""

    name: str
    line: int
    attributes: dict[str, str]
    children: list[Element] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def all(self, name: str) -> list[Element]:
        """The children of that name."""
        return [child for child in self.children if child.name == name]

    def first(self, name: str) -> Element | None:
        """The first child of that name; ``None`` where there is none."""
        return next((child for child in self.children if child.name == name), None)

    def walk(self) -> Iterator[Element]:
        """This element and everything in it, in the order of the file."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(element.children))

    @property
    def text(self) -> str:
        """The text that stands directly in the element."""
        return "".join(self.words)


def xml_tree(data: bytes) -> Element:
    """The outermost element of a whole XML text. Raises Unreadable, with the line, where it cannot be read."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    top = Element("", 0, {})
    open_elements = [top]
    count = 0

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        line = parser.CurrentLineNumber
        if count > MOST_ELEMENTS:
            raise Unreadable(line, f"The XML holds over {MOST_ELEMENTS:,} elements.", "No scenario needs as many.")
        if len(open_elements) > MOST_DEPTH:
            raise Unreadable(
                line, f"The XML is nested over {MOST_DEPTH} deep, which no scenario is.", "Check the tags."
            )
        bare = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        element = Element(name.rpartition(":")[2], line, bare)
        open_elements[-1].children.append(element)
        open_elements.append(element)

    def finish(name: str) -> None:
        open_elements.pop()

    def refuse(*_: object) -> None:
        what = "The XML declares a document type or entities, which can hide what a file does."
        raise Unreadable(parser.CurrentLineNumber, what, "Remove the <!DOCTYPE ...> and write the values out.")

    parser.StartElementHandler, parser.EndElementHandler = begin, finish
    parser.CharacterDataHandler = lambda words: open_elements[-1].words.append(words)
    parser.StartDoctypeDeclHandler, parser.EntityDeclHandler = refuse, refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        said = expat.ErrorString(error.code)
        what = f"The XML is broken or breaks off here ({said})."
        raise Unreadable(error.lineno, what, "Export the file again, or mend this line.") from error
    except (ValueError, LookupError) as error:
        raise Unreadable(1, "The encoding that the XML names is not known here.", "Save it as UTF-8.") from error
    return top.children[0]
