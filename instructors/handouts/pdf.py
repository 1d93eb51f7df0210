"""A class plan as PDF: black on white, on one page wherever it fits."""

from contextlib import closing
from importlib.resources import files

from fpdf import FPDF
from fpdf.enums import XPos, YPos
from fpdf.fonts import TTFFont

from instructors.handouts.content import Handout, Part

MARGIN_MM, GUTTER_MM = 16.0, 12.0
SIZES_PT = (11.0, 10.0, 9.0, 8.0, 7.0)
"""Text is made smaller until the class fits on one page; a class that never does goes on overleaf."""
MM_A_POINT = 0.3528
LEADING = 1.3
FONT = "Source Sans Pro"
TAPS, STRONG = (4, 8), (1, 5)
GREY = 90


def pdf_of(handout: Handout) -> bytes:
    """Return the handout as the bytes of a PDF."""
    *larger, smallest_pt = SIZES_PT
    for size_pt in larger:
        with closing(_Page(handout, size_pt)) as page:
            if page.page_no() == 1:
                return bytes(page.output())
    with closing(_Page(handout, smallest_pt)) as page:
        return bytes(page.output())


class _Page(FPDF):
    """The handout drawn at one size of text."""

    def __init__(self, handout: Handout, size_pt: float) -> None:
        super().__init__(format="A4")
        self.size_pt, self.line_mm = size_pt, size_pt * MM_A_POINT * LEADING
        self.set_margins(MARGIN_MM, MARGIN_MM)
        self.c_margin = 0  # text begins where rules and rulers do
        self.set_auto_page_break(True, MARGIN_MM)
        self.set_lang(handout.language)
        self.set_title(handout.title)
        self.set_creator("Bachata Buddy")
        for style, name in (("", "Regular"), ("B", "Bold")):
            self.add_font(FONT, style, str(files("font_source_sans_pro") / "files" / f"SourceSansPro-{name}.ttf"))
        self.add_page()
        self._head(handout)
        for name in ("objective", "warm_up"):
            self._paragraph(handout.words[name], getattr(handout, name))
        self._heading(handout.words["parts"])
        for part in handout.parts:
            self._part(part, handout)
        if not handout.parts:
            self._text(handout.words["nothing"])
        for name in ("cool_down", "notes"):
            self._paragraph(handout.words[name], getattr(handout, name))
        if any(part.by_counts for part in handout.parts):
            self.ln(self.line_mm / 2)
            self._text(handout.words["legend"], grey=True)

    def close(self) -> None:
        """Close the files of the fonts, which the library leaves open."""
        for font in self.fonts.values():
            if isinstance(font, TTFFont):
                font.ttfont.close()

    def _head(self, handout: Handout) -> None:
        self._text(handout.title, bold=True, scale=1.8)
        self._text(handout.facts, grey=True)
        self.ln(self.line_mm / 3)
        self._rule()

    def _paragraph(self, heading: str, text: str) -> None:
        if text:
            self._heading(heading)
            self._text(text)

    def _heading(self, text: str) -> None:
        self.ln(self.line_mm / 2)
        self._text(text, bold=True, scale=1.1)

    def _part(self, part: Part, handout: Handout) -> None:
        self.ln(self.line_mm / 3)
        if self.get_y() + 3 * self.line_mm > self.page_break_trigger:
            self.add_page()
        top_mm = self.get_y()
        self._text(f"{part.number}.", bold=True)
        self.set_y(top_mm)
        self.set_left_margin(MARGIN_MM + GUTTER_MM)
        self.set_x(MARGIN_MM + GUTTER_MM)
        self._text(f"{part.title}  ·  {part.minutes} {handout.words['minutes']}", bold=True)
        for text, grey in ((part.about, True), (part.moves, False), (part.notes, True)):
            if text:
                self._text(text, grey=grey)
        self._ruler(part)
        self.set_left_margin(MARGIN_MM)
        self.set_x(MARGIN_MM)

    def _ruler(self, part: Part) -> None:
        if not part.ruler:
            return
        height_mm = self.line_mm * 1.1
        if self.get_y() + height_mm > self.page_break_trigger:
            self.add_page()
        top_mm, width_mm = self.get_y() + self.line_mm * 0.15, self.epw / max(len(part.ruler), 4)
        self._font(scale=0.7)
        for index, phrase in enumerate(part.ruler):
            left_mm = self.l_margin + index * width_mm
            if part.by_counts or phrase % 4 == 1 or index == 0:
                self.text(left_mm, top_mm + height_mm, str(phrase))
            self._marks(left_mm, top_mm, width_mm, by_counts=part.by_counts)
        self.set_y(top_mm + height_mm + self.line_mm * 0.2)

    def _marks(self, left_mm: float, top_mm: float, width_mm: float, *, by_counts: bool) -> None:
        """Draw a phrase: 1 and 5 tall, the taps hollow."""
        step_mm, tall_mm = width_mm / 8, self.line_mm * 0.5
        self.set_line_width(0.2)
        if not by_counts:
            self.line(left_mm, top_mm, left_mm, top_mm + tall_mm)
            self.line(left_mm, top_mm + tall_mm, left_mm + width_mm, top_mm + tall_mm)
            return
        for count in range(1, 9):
            high_mm = tall_mm if count in STRONG else tall_mm * 0.55
            style = "D" if count in TAPS else "F"
            self.rect(
                left_mm + (count - 1) * step_mm, top_mm + tall_mm - high_mm, min(step_mm * 0.6, 2.0), high_mm, style
            )

    def _rule(self) -> None:
        self.set_line_width(0.4)
        self.line(self.l_margin, self.get_y(), self.w - self.r_margin, self.get_y())

    def _font(self, *, bold: bool = False, scale: float = 1.0) -> None:
        self.set_font(FONT, "B" if bold else "", self.size_pt * scale)

    def _text(self, text: str, *, bold: bool = False, grey: bool = False, scale: float = 1.0) -> None:
        self._font(bold=bold, scale=scale)
        self.set_text_color(GREY if grey else 0)
        self.multi_cell(0, self.line_mm * scale, text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.set_text_color(0)
