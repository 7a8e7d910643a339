"""The look of every page: strict, system fonts, sound contrast, one column that prints."""

STYLE = """
:root{color-scheme:light;--ink:#16202e;--muted:#4a5666;--rule:#c3cad4;--wash:#f3f5f8;--navy:#1b2f4e;
--yes:#1d6b4f;--no:#8f2d2d;--open:#2f4f8f;--more:#7a5200}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:#fff;color:var(--ink);
font:15px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif}
header,main,footer{max-width:66rem;margin:0 auto;padding:0 1.5rem}
.defs{position:absolute}
.banner{margin:0;padding:.5rem 1.5rem;text-align:center;font-weight:600;letter-spacing:.01em}
.synthetic{background:#fff3cf;color:#4d3800;border-bottom:2px solid #7a5200}
.hypothetical{background:#f6e3e1;color:#6e1f1f;border-bottom:2px dashed #8f2d2d}
.mast{display:flex;justify-content:space-between;margin:1.4rem 0 0;padding-bottom:.45rem;
border-bottom:3px solid var(--navy);color:var(--navy);font-weight:700;letter-spacing:.04em}
.mast span{font-weight:400;color:var(--muted);letter-spacing:0}
h1{margin:1.1rem 0 .8rem;font-size:1.75rem;line-height:1.2;color:var(--navy);font-weight:650;text-wrap:balance}
h2{margin:0 0 .4rem;padding-top:.5rem;border-top:1px solid var(--navy);font-size:1.2rem;line-height:1.3;
color:var(--navy)}
h3{margin:0 0 .5rem;font-size:1.02rem;line-height:1.3}
section{margin:2.1rem 0 0}
p{margin:0 0 .7rem}
.lead{max-width:46rem;color:var(--muted)}
.sum{max-width:50rem;font-size:1.1rem}
.source{display:flex;flex-wrap:wrap;gap:.35rem 2rem;margin:0 0 1.3rem}
.source div{min-width:0}
dt{font-size:.78rem;color:var(--muted)}
dd{margin:0}
code{font:.86em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere}
table{width:100%;border-collapse:collapse;margin:.3rem 0 1.2rem;font-variant-numeric:tabular-nums}
caption{caption-side:top;text-align:left;padding:.25rem 0 .4rem;font-weight:600}
th,td{padding:.34rem .7rem .34rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule)}
th{font-weight:500}
th:last-child,td:last-child{padding-right:0}
thead th{font-size:.8rem;font-weight:500;color:var(--muted);vertical-align:bottom;border-bottom:1px solid var(--ink)}
tfoot th,tfoot td{border-bottom:0;border-top:1px solid var(--ink);font-weight:600}
.number{text-align:right;white-space:nowrap;width:5.2rem}
.wraps{width:7.4rem}
.bars{width:13rem;padding-top:.62rem}
thead .bars{padding-top:0}thead .cites{white-space:nowrap}
.bar{display:block;width:100%;height:auto;overflow:visible}
.bar-ground{fill:#fff;stroke:#c3cad4}
.bar-yes{fill:#1d6b4f;stroke:#1d6b4f}
.bar-no{fill:url(#p-no);stroke:#8f2d2d}
.bar-open{fill:url(#p-open);stroke:#2f4f8f}
.bar-more{fill:url(#p-more);stroke:#7a5200}
.bar-plain{fill:#4d6485;stroke:#4d6485}
.mark{vertical-align:-.12em;flex:none}
.marked{white-space:nowrap}
.marked.yes{color:var(--yes)}.marked.no{color:var(--no)}.marked.open{color:var(--open)}.marked.more{color:var(--more)}
.waterfall{display:block;width:100%;max-width:47.5rem;height:auto;margin:.6rem 0 1rem}
.cite{color:var(--ink);white-space:nowrap}
.cites{width:13.5rem}
.keys{width:15rem}.keys code{white-space:nowrap}
.words{width:9.5rem}
.small{display:block;color:var(--muted);font-size:.86em}
.outcome{table-layout:fixed;margin-top:.6rem}
.outcome th,.outcome td{border:0;padding:.1rem 1rem .1rem 0}
.outcome caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.outcome thead th{font-size:1rem;font-weight:600}.outcome .marked{white-space:normal}
.outcome .figure{font-size:1.9rem;line-height:1.2;font-weight:600}
.outcome .told{color:var(--muted);font-size:.88rem;line-height:1.35}
.outcome tbody th{font-size:.8rem;color:var(--muted);font-weight:400}
.outcome tr>:first-child{width:5rem}
.outcome tbody tr:first-child th{vertical-align:bottom;padding-bottom:.45rem}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:0 2.5rem;margin-top:1.3rem}
.pair .bars{width:6.5rem}
.pair .number{width:4.2rem}
.none{padding:.5rem .8rem;background:var(--wash);border-left:3px solid var(--rule)}
.fault{padding:.6rem .9rem;border:2px solid var(--no);background:#f6e3e1}
.row{margin:1.5rem 0 0;padding:.9rem 1.1rem .2rem;border:1px solid var(--rule);border-left-width:5px}
.row.disclose{border-left-color:var(--yes)}.row.withhold{border-left-color:var(--no)}
.row.needs_finding{border-left-color:var(--open)}.row.needs_more{border-left-color:var(--more)}
.said{font-size:1.12rem;font-weight:650;margin-bottom:.15rem}
.why{max-width:50rem;margin-bottom:.4rem}
.row .small{margin-bottom:.6rem}.row td .small{margin:0}
.dense{font-size:.92em}.dense th,.dense td{padding-top:.24rem;padding-bottom:.24rem}
.dense th.text{width:36%}
th.mark,td.mark{width:4.4rem}
.narrow{max-width:36rem}.dense .cites{width:1%}
.wide{width:42%}li ul{margin:0 0 .3rem}
.over{margin:0;font-weight:600;font-size:.95rem}
ul,ol{margin:.2rem 0 1rem;padding-left:1.3rem}
li{margin:.15rem 0}
a{color:var(--navy)}
.subject{margin-top:2.4rem}
footer{margin-top:2.6rem;margin-bottom:2.5rem;color:var(--muted);font-size:.88rem}
footer p:first-child{padding-top:.7rem;border-top:3px solid var(--navy);max-width:50rem}
@media (max-width:46rem){.pair{grid-template-columns:1fr}.cite{white-space:normal}main{overflow-x:auto}
.bars{width:6rem}.cites{width:auto}}
@media print{@page{size:letter;margin:15mm 14mm}
html{font-size:12px}body{font-size:9pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}
header,main,footer{max-width:none;padding:0}
h1{font-size:17pt}h2,h3,caption,thead,.said,.lead,.over{break-after:avoid}
p{orphans:3;widows:3}tr,.lead,.outcome,.pair>div,.waterfall{break-inside:avoid}tbody tr:first-child{break-before:avoid}
thead{display:table-header-group}tfoot{display:table-row-group}
section{margin-top:1.5rem}a{color:inherit;text-decoration:none}.banner{border:1.5px solid;margin-bottom:.5rem}
.bars{width:8.5rem}.cites{width:1%}.number{width:4rem;padding-right:.5rem}
.wraps{width:5.4rem}.wraps .marked{white-space:normal}.mark{width:.8em;height:.8em}
.outcome .figure{font-size:16pt}.pair{gap:0 2rem}.row{margin-top:1rem;border-left-width:4px}}
"""
