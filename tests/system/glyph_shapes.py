"""What a booklet's fonts draw, against the fonts they were cut from: the text that readers copy says nothing of the ink."""
import functools
import io
import logging
import re
import subprocess

import pikepdf
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.statisticsPen import StatisticsPen
from fontTools.ttLib import TTCollection, TTFont


def fonts_of(booklet):
    """Name, font file and meanings {glyph number: text} of every composite font of a PDF."""
    with pikepdf.open(booklet) as pdf:
        for item in pdf.objects:
            if not isinstance(item, pikepdf.Dictionary) or item.get("/Subtype") != "/Type0":
                continue
            descriptor = item.DescendantFonts[0].FontDescriptor
            name = str(descriptor.FontName).split("+")[1]
            meanings = item.ToUnicode.read_bytes().decode()
            pairs = re.findall(r"<([0-9A-Fa-f]{4})> *<([0-9A-Fa-f]+)>$", meanings, re.M)
            yield name, descriptor.FontFile2.read_bytes(), {
                int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}


def installed_font(name):
    """The installed font of a PostScript name."""
    listed = subprocess.run(["fc-list", f":postscriptname={name}", "file"], capture_output=True, text=True).stdout
    path = listed.split(":")[0].strip()
    if not path.endswith((".ttc", ".otc")):
        return TTFont(path)
    return next(font for font in TTCollection(path).fonts if font["name"].getDebugName(6) == name)


def outline(font, glyph):
    """The pen strokes of a glyph, moved so that they begin at the origin, in whole thousandths of the type size."""
    pen = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[glyph].draw(pen)
    points = [point for _, stroke in pen.value for point in stroke if point]
    if not points:
        return ()
    left, bottom = min(x for x, _ in points), min(y for _, y in points)
    scale = 1000 / font["head"].unitsPerEm
    return tuple((kind, tuple(point and (round((point[0] - left) * scale), round((point[1] - bottom) * scale))
                              for point in stroke)) for kind, stroke in pen.value)


def is_alike(cut, cut_glyph, whole, glyph):
    """Whether a glyph of a font with fewer units to the em has the bounds, the ink and its balance of the original,
    within what its coarser points can move: two units at an edge, a fiftieth of the ink."""
    measured = []
    for font, name in ((cut, cut_glyph), (whole, glyph)):
        glyphs, scale = font.getGlyphSet(), 1000 / font["head"].unitsPerEm
        bounds, ink = BoundsPen(glyphs), StatisticsPen(glyphs)
        glyphs[name].draw(bounds)
        glyphs[name].draw(ink)
        left, bottom, right, top = bounds.bounds or (0, 0, 0, 0)
        measured.append(([(right - left) * scale, (top - bottom) * scale, (ink.meanX - left) * scale,
                          (ink.meanY - bottom) * scale, ink.stddevX * scale, ink.stddevY * scale], abs(ink.area) * scale ** 2))
    edge = 2 * 1000 / cut["head"].unitsPerEm
    (lengths, area), (true_lengths, true_area) = measured
    return all(abs(one - other) <= edge for one, other in zip(lengths, true_lengths)) and abs(area - true_area) <= true_area / 50


def wrong_shapes(booklet):
    """Chinese characters that are not drawn as in the installed font, and what the font file itself complains of.
    Other characters have several shapes: upright, narrow, small. Also how many were compared."""
    complaints = io.StringIO()
    handler = logging.StreamHandler(complaints)
    logging.getLogger("fontTools").addHandler(handler)
    compared, wrong = 0, []
    for name, file, meanings in fonts_of(booklet):
        one_compared, one_wrong = wrong_shapes_of_font(name, file, tuple(meanings.items()))
        compared += one_compared
        wrong += one_wrong
    logging.getLogger("fontTools").removeHandler(handler)
    return compared, wrong, complaints.getvalue()


@functools.cache  # the font of forms is the same in every file
def wrong_shapes_of_font(name, file, meanings):
    """How many Chinese characters of one font were compared, and which are wrong."""
    cut, whole = TTFont(io.BytesIO(file)), installed_font(name)
    for glyph in cut.getGlyphOrder():
        cut["glyf"][glyph]  # read, so that it may complain
    characters = whole.getBestCmap()
    compared, wrong = 0, []
    for code, text in meanings:
        if not (len(text) == 1 and "\u4e00" <= text <= "\u9fff" and ord(text) in characters):
            continue
        compared += 1
        glyphs = cut, cut.getGlyphName(code), whole, characters[ord(text)]
        coarser = cut["head"].unitsPerEm < whole["head"].unitsPerEm
        same = is_alike(*glyphs) if coarser else outline(*glyphs[:2]) == outline(*glyphs[2:])
        if not same:
            wrong.append((name, text))
    return compared, wrong
