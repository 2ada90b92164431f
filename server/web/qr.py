"""QR codes as pictures."""

from __future__ import annotations

import io


def qr_svg(link: str) -> str:
    """Return a link's QR code as SVG that fills its box, dark on white whatever the theme."""
    import segno

    out = io.BytesIO()
    segno.make(link, error="m", micro=False).save(
        out, kind="svg", border=4, light="#fff", dark="#000", omitsize=True, xmldecl=False
    )
    return out.getvalue().decode()
