"""How is the page set: on a desk, on a phone, in the dark and on paper?"""

from __future__ import annotations

LIGHT = """
--paper:#fff;--ink:#16191d;--muted:#525a65;--rule:#d7dbe0;--soft:#f4f6f8;--accent:#0a5a7a;--pale:#a9c8d6;
--given:#5a6879;--movable:#b4500a;--plus:#0b6b4a;--minus:#9c2a5b;--warn:#8a4b00;
"""
DARK = """
--paper:#14171b;--ink:#e9ecef;--muted:#a6aeb8;--rule:#343a42;--soft:#1d2126;--accent:#6fc0e0;--pale:#2f5566;
--given:#9aa9bb;--movable:#f0a060;--plus:#6fd0a6;--minus:#f09abf;--warn:#f0b35e;
"""

_PAGE = """
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 "Helvetica Neue",Helvetica,Arial,"Liberation Sans",
"Noto Sans","Noto Sans CJK JP",sans-serif;overflow-wrap:anywhere}
.sheet{max-width:60rem;margin:0 auto;padding:2rem 1.5rem 3rem}
header{border-bottom:2px solid var(--ink);padding-bottom:.6rem;display:flex;flex-wrap:wrap;gap:.2rem 2rem;
align-items:baseline;justify-content:space-between}
h1{font-size:1.7rem;line-height:1.2;margin:0;font-weight:650;letter-spacing:-.01em}
header p{margin:0;color:var(--muted)}
section{margin-top:1.6rem}
h2{font-size:.8rem;line-height:1.4;letter-spacing:.09em;text-transform:uppercase;color:var(--accent);margin:0 0 .5rem;
font-weight:650}
p{margin:0 0 .5rem}
.two{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:1.2rem 2.2rem;align-items:start}
.two{margin-top:1.6rem}section>.two{margin-top:0}.two>section,.two>div>section:first-child{margin-top:0}
.narrow-wide{grid-template-columns:minmax(0,5fr) minmax(0,7fr)}
.big{font-size:3rem;line-height:1;font-weight:650;letter-spacing:-.02em;
font-variant-numeric:tabular-nums;margin:0 0 .3rem}
.big small{font-size:1rem;font-weight:400;letter-spacing:0;color:var(--muted)}
.big.price{font-size:2.1rem}
.unknown{font-size:1.15rem;color:var(--warn);font-weight:600}
figure{margin:.4rem 0 0}
figcaption,.aside{font-size:.84rem;line-height:1.4;color:var(--muted)}
svg{display:block;width:100%;height:auto;overflow:visible}
svg text{font-family:inherit}
.key{display:inline-block;width:.7em;height:.7em;border-radius:2px;margin-right:.3em}
ul{margin:0;padding-left:1.1rem}
li{margin:.15rem 0}
blockquote{margin:.25rem 0;padding-left:.7rem;border-left:3px solid var(--pale)}
cite{font-style:normal;font-size:.84rem;color:var(--muted);white-space:normal}
dl{margin:0}
dt{font-weight:650}
dd{margin:0 0 .6rem}
table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}
th{font-weight:400;font-size:.8rem;color:var(--muted);text-align:right;padding:.1rem .5rem;vertical-align:bottom}
th:nth-child(-n+2){text-align:left}
tbody{border-top:1px solid var(--rule)}
td{padding:.45rem .5rem;text-align:right;vertical-align:top;white-space:nowrap}
td:first-child,th:first-child{padding-left:0;width:5.2rem;text-align:left}
td:nth-child(2){text-align:left;white-space:normal;font-weight:650}
td.why{padding:0 .5rem .55rem;text-align:left;white-space:normal;font-weight:400}
td.why p{margin:0 0 .2rem}
.kind{color:var(--accent);font-weight:650}
.say{font-size:1.02rem}
.offers tbody th{color:var(--accent);font-size:1rem;font-weight:650;text-align:left;vertical-align:top}
.offers tbody th{padding:.45rem .5rem .45rem 0;width:7rem}
.offers thead th{white-space:nowrap}
.offers thead th:first-child{width:7rem}
.offers td:nth-child(2),.steps dt{font-weight:400}
.figure{white-space:nowrap}
.strong{font-weight:650}
.plus{color:var(--plus)}
.minus{color:var(--minus)}
.warn{color:var(--warn)}
footer{margin-top:2rem;padding-top:.6rem;border-top:1px solid var(--rule);font-size:.8rem;color:var(--muted)}
.f-ink{fill:var(--ink)}.f-muted{fill:var(--muted)}.f-rule{fill:var(--rule)}.f-accent{fill:var(--accent)}
.f-pale{fill:var(--pale)}.f-given{fill:var(--given)}.f-movable{fill:var(--movable)}
.s-ink{stroke:var(--ink)}.s-muted{stroke:var(--muted)}.s-rule{stroke:var(--rule)}.s-accent{stroke:var(--accent)}
.s-pale{stroke:var(--pale)}.s-given{stroke:var(--given)}.s-movable{stroke:var(--movable)}
.b-given{background:var(--given)}.b-movable{background:var(--movable)}
"""

_PHONE = """
.sheet{padding:1.2rem 1rem 2rem}
.two,.narrow-wide{grid-template-columns:minmax(0,1fr)}
h1{font-size:1.4rem}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table,tbody,tr,td{display:block}
tbody{padding:.5rem 0}
td,td:first-child{display:inline-block;width:auto;padding:0 .9rem 0 0;text-align:left}
td:first-child:empty{display:none}
td:nth-child(2){display:block}
td.why{display:block;padding:.3rem 0 0}
.offers tbody th{display:block;width:auto;padding:0}
td[data-of]::before{content:attr(data-of) " ";color:var(--muted);font-size:.84rem}
td.none{display:none}
"""

_PAPER = """
@page{size:A4;margin:11mm 14mm}
html{font-size:8.7pt}
body{line-height:1.32;background:#fff;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.sheet{max-width:none;padding:0}
h1{font-size:16pt}
section{margin-top:3mm}
h2{font-size:8pt;margin-bottom:1.2mm;break-after:avoid}
p{margin-bottom:1.2mm}
.big{font-size:26pt}
.big.price{font-size:18pt}
.two{gap:3mm 8mm;margin-top:3.6mm}
tbody,dl>div,blockquote,figure,li{break-inside:avoid}
td{padding-top:1mm;padding-bottom:.4mm}
td.why{padding-bottom:.8mm}
.offers tbody th{padding-top:1mm;padding-bottom:.4mm}
td.why p{margin:0}
td.why blockquote{display:none}
dd{margin-bottom:1mm}
blockquote{margin:.3mm 0}
li{margin:0}
footer{margin-top:3mm}
"""


def stylesheet() -> str:
    """The page's one style sheet: light, dark where the reader asks for it, always light on paper."""
    return (
        f":root{{color-scheme:light dark;{LIGHT}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{DARK}}}}}"
        f"{_PAGE}@media screen and (max-width:44rem){{{_PHONE}}}@media print{{:root{{color-scheme:light}}{_PAPER}}}"
    ).replace("\n", "")
