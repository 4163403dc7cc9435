"""Makes the bundled fonts (UI.md 5 and 12) from the npm package inter-ui 4.1.1 and Debian's JetBrainsMono-Regular.ttf 2.242.

    pip install fonttools brotli
    python make_fonts.py INTER_UI_PACKAGE_DIR JETBRAINS_MONO_TTF OUT_DIR

One family name per weight, because JavaFX only tells regular from bold. "Zorya Figures" is Inter with the digits replaced
by their tabular forms, because JavaFX cannot switch font features on. JetBrains Mono gets its slashed zero the same way.
"""
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

TEXT = list(range(0x20, 0x530)) + list(range(0x1E00, 0x2000)) + list(range(0x2000, 0x2400)) + [0xFFFD]
FIGURES = list(range(0x20, 0x180)) + [0x2009, 0x200A, 0x202F, 0x2022, 0x2026, 0x2013, 0x2014, 0x20AC, 0x2212, 0x2248]


def rename(font, family):
    names = font["name"]
    keep = {record.nameID: str(record) for record in names.names if record.nameID in (0, 5, 13, 14)}
    names.names = []
    for number, text in {**keep, 1: family, 2: "Regular", 3: family, 4: family, 6: family.replace(" ", "")}.items():
        names.setName(text, number, 3, 1, 0x409)
        names.setName(text, number, 1, 0, 0)
    font["OS/2"].usWeightClass = 400
    font["OS/2"].fsSelection = 0x40 | (font["OS/2"].fsSelection & 0x80)
    font["head"].macStyle = 0


def substitute(font, feature):
    """Points the character map at the glyphs that an OpenType feature would choose."""
    gsub = font["GSUB"].table
    wanted = {i for record in gsub.FeatureList.FeatureRecord if record.FeatureTag == feature
              for i in record.Feature.LookupListIndex}
    mapping = {}
    for index in wanted:
        for table in gsub.LookupList.Lookup[index].SubTable:
            table = getattr(table, "ExtSubTable", table)
            mapping.update(getattr(table, "mapping", {}))
    for table in font["cmap"].tables:
        if table.isUnicode():
            for code, glyph in list(table.cmap.items()):
                table.cmap[code] = mapping.get(glyph, glyph)


def make(source, family, target, characters, feature=None):
    font = TTFont(source)
    font.flavor = None
    if feature:
        substitute(font, feature)
    options = subset.Options(layout_features=["kern", "mark", "mkmk", "ccmp", "locl"], name_IDs=["*"], hinting=False,
                             notdef_outline=True, glyph_names=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    rename(font, family)
    font.save(target)


def main():
    inter, mono, out = (Path(argument) for argument in sys.argv[1:4])
    make(inter / "web/Inter-Regular.woff2", "Inter", out / "Inter-Regular.ttf", TEXT)
    make(inter / "web/Inter-Medium.woff2", "Inter Medium", out / "Inter-Medium.ttf", TEXT)
    make(inter / "web/Inter-SemiBold.woff2", "Inter Semi Bold", out / "Inter-SemiBold.ttf", TEXT)
    make(inter / "display/InterDisplay-SemiBold.woff2", "Inter Display Semi Bold", out / "InterDisplay-SemiBold.ttf", TEXT)
    make(inter / "web/Inter-Regular.woff2", "Zorya Figures", out / "ZoryaFigures-Regular.ttf", FIGURES, "tnum")
    make(inter / "web/Inter-Medium.woff2", "Zorya Figures Medium", out / "ZoryaFigures-Medium.ttf", FIGURES, "tnum")
    make(inter / "web/Inter-SemiBold.woff2", "Zorya Figures Semi Bold", out / "ZoryaFigures-SemiBold.ttf", FIGURES, "tnum")
    make(mono, "JetBrains Mono", out / "JetBrainsMono-Regular.ttf", TEXT, "zero")


if __name__ == "__main__":
    main()
