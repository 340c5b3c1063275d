#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes scans of PDFs: every page as a picture, turned a little, with noise on it; the same for the same seed.

usage: make_scans.py FROM TO [--dpi 200,300] [--seed 1] [--most 20] [--kinds tif,pdf]

FROM holds NAME.pdf beside NAME.gold.json (what its cells say); TO gets scan200-NAME.tif and the like, each with its gold, so that
whatever scores readings of the PDFs scores readings of the scans as well. Needs pdftoppm (poppler-utils) and ImageMagick.
"""
import argparse
import json
import random
import shutil
import subprocess
import tempfile
from pathlib import Path


def imagemagick():
    for name in ("magick", "convert-im6.q16", "/usr/bin/convert", "convert"):
        if shutil.which(name):
            return name
    raise SystemExit("ImageMagick is not installed (package imagemagick)")


def pdf_of(jpegs, dpi):
    """A PDF with a grey JPEG on each page; ImageMagick may not be allowed to write any."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    for jpeg in jpegs:
        at = jpeg.index(b"\xff\xc0") + 5  # the frame's header: height, width
        height, width = int.from_bytes(jpeg[at : at + 2], "big"), int.from_bytes(jpeg[at + 2 : at + 4], "big")
        w, h = width * 72 / dpi, height * 72 / dpi
        n = len(objects) + 1
        draw = b"%.2f 0 0 %.2f 0 0 cm /I Do" % (w, h)
        objects += [b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %.2f %.2f]/Contents %d 0 R/Resources<</XObject<</I %d 0 R>>>>>>" % (w, h, n + 1, n + 2),
                    b"<</Length %d>>stream\n%s\nendstream" % (len(draw), draw),
                    b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode/Length %d>>stream\n%s\nendstream"
                    % (width, height, len(jpeg), jpeg)]
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(b"%d 0 R" % (3 + 3 * i) for i in range(len(jpegs))), len(jpegs))
    out, places = b"%PDF-1.4\n", []
    for i, body in enumerate(objects):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (i + 1, body)
    table = b"".join(b"%010d 00000 n \n" % p for p in places)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, len(objects) + 1, len(out))


def scan(pdf, out, dpi, rng, convert):
    """One file with all pages; its suffix says of which kind. The time of making is left out, so that two runs agree."""
    with tempfile.TemporaryDirectory() as work:
        subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", "-png", str(pdf), f"{work}/page"], check=True)
        pages = sorted(Path(work).glob("page-*.png"))
        for page in pages:
            angle = rng.uniform(-2, 2)
            subprocess.run([convert, str(page), "-background", "white", "-rotate", f"{angle:.3f}", "+repage", "-seed", str(rng.randrange(2**31)),
                            "-attenuate", f"{rng.uniform(0.1, 0.4):.2f}", "+noise", "Gaussian", "-blur", f"0x{rng.uniform(0.3, 0.8):.2f}",
                            "-density", str(dpi), "-units", "PixelsPerInch", "-colorspace", "Gray", "-depth", "8", str(page)], check=True)
        if out.suffix == ".png":
            shutil.copy(pages[0], out)
        elif out.suffix == ".pdf":
            for page in pages:
                subprocess.run([convert, str(page), "-quality", "85", str(page.with_suffix(".jpg"))], check=True)
            out.write_bytes(pdf_of([page.with_suffix(".jpg").read_bytes() for page in pages], dpi))
        else:
            subprocess.run([convert, *map(str, pages), "-density", str(dpi), "-units", "PixelsPerInch", "-compress", "Zip", str(out)], check=True)
        return len(pages)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("source", type=Path)
    ap.add_argument("target", type=Path)
    ap.add_argument("--dpi", default="200,300")
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--most", type=int, default=10**9, help="so many PDFs, in the order of their names")
    ap.add_argument("--kinds", default="tif", help="tif, pdf, png (the first page); they take turns")
    a = ap.parse_args()
    a.target.mkdir(parents=True, exist_ok=True)
    convert = imagemagick()
    kinds = a.kinds.split(",")
    pages = 0
    for i, pdf in enumerate(sorted(a.source.glob("*.pdf"))[: a.most]):
        gold = json.loads(pdf.with_suffix("").with_suffix(".gold.json").read_text())
        for dpi in map(int, a.dpi.split(",")):
            kind = kinds[i % len(kinds)]
            out = a.target / f"scan{dpi}-{pdf.stem}.{kind}"
            pages += scan(pdf, out, dpi, random.Random(f"{a.seed}-{pdf.stem}-{dpi}"), convert)
            gold |= {"file": out.name, "shape": f"scan{dpi}"}
            (a.target / f"{out.stem}.gold.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1))
    print(pages, "pages in", a.target)


if __name__ == "__main__":
    main()
