/** The colours of a file: paper by day, slate by night. */
export const fileColours = `
:root{--paper:#fbfaf7;--ink:#22262b;--soft:#5a616a;--line:#ddd8cc;--wash:#f2efe7;--track:#e6e1d5;--accent:#2c5d7f;--calm:#4d857c;--watch:#b57a12;--likely:#b23f28;--link:#1c5782;--focus:#1c5782;--serif:"Iowan Old Style","Palatino Linotype",Palatino,"Source Serif 4",Georgia,"Liberation Serif",serif;--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Liberation Sans",sans-serif;--mono:ui-monospace,"SF Mono",Consolas,"Liberation Mono",monospace;--size:1rem}
@media (prefers-color-scheme:dark){:root{--paper:#17191c;--ink:#e7e4dd;--soft:#a7abb0;--line:#34383d;--wash:#202328;--track:#2d3136;--accent:#7db0d2;--calm:#74aca4;--watch:#dba748;--likely:#e4836a;--link:#93c4e8;--focus:#93c4e8}}
@media print{:root{--paper:#fff;--wash:#fff}}
`

/** The colours and letters of the editor's theme. */
export const viewColours = `
:root{--paper:var(--vscode-editor-background);--ink:var(--vscode-editor-foreground);--soft:var(--vscode-descriptionForeground);--line:var(--vscode-widget-border,var(--vscode-panel-border,var(--vscode-editorWidget-border)));--wash:var(--vscode-textBlockQuote-background);--track:color-mix(in srgb,var(--vscode-editor-foreground) 12%,transparent);--accent:var(--vscode-charts-blue);--calm:var(--vscode-charts-green);--watch:var(--vscode-charts-yellow);--likely:var(--vscode-charts-red);--link:var(--vscode-textLink-foreground);--focus:var(--vscode-focusBorder);--serif:var(--vscode-font-family);--sans:var(--vscode-font-family);--mono:var(--vscode-editor-font-family);--size:var(--vscode-font-size,13px)}
html{font-size:calc(var(--size)*1.12);scroll-padding-top:3.5rem}
body.vscode-high-contrast,body.vscode-high-contrast-light{--soft:var(--vscode-foreground);--line:var(--vscode-contrastBorder);--track:transparent;--accent:var(--vscode-foreground);--calm:var(--vscode-foreground);--watch:var(--vscode-foreground);--likely:var(--vscode-foreground)}
body:is(.vscode-high-contrast,.vscode-high-contrast-light) :is(rect.track,.bands rect){stroke:var(--line)}
body:is(.vscode-high-contrast,.vscode-high-contrast-light) .bands rect:is(.watch,.calm){fill:var(--paper)}
.tools{position:sticky;top:0;z-index:1;display:flex;gap:.6rem;align-items:center;padding:.6rem 0;background:var(--paper)}
button{font:inherit;color:var(--vscode-button-foreground);background:var(--vscode-button-background);border:1px solid var(--vscode-button-border,transparent);border-radius:2px;padding:.3rem .9rem;cursor:pointer}
button:hover{background:var(--vscode-button-hoverBackground)}
button.second{color:var(--vscode-button-secondaryForeground);background:var(--vscode-button-secondaryBackground)}
button.second:hover{background:var(--vscode-button-secondaryHoverBackground)}
button:disabled{opacity:.6;cursor:default}
#state{color:var(--soft)}
`

/** How the report is set, in both. */
export const style = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:60rem;padding:1.5rem clamp(1rem,4vw,3rem) 4rem;background:var(--paper);color:var(--ink);font-family:var(--sans);font-size:1rem;line-height:1.55}
a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:.18em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:2px}
code{font-family:var(--mono);font-size:.88em;color:inherit;background:none;padding:0}
small{font-size:.82em;color:var(--soft);font-weight:400}
header{border-bottom:3px double var(--line);padding-bottom:1rem;margin-bottom:1.6rem}
.kicker{display:flex;justify-content:space-between;gap:1rem;margin:0;font-size:.78rem;letter-spacing:.12em;text-transform:uppercase;color:var(--soft)}
.kicker span{letter-spacing:.02em;text-transform:none;font-size:.88rem}
h1,h2{font-family:var(--serif);font-weight:600;line-height:1.2;text-wrap:balance}
h1{font-size:clamp(1.9rem,5vw,2.7rem);margin:.5rem 0 0;letter-spacing:-.01em;overflow-wrap:anywhere}
h2{font-size:1.5rem;margin:0 0 .25rem}
h3{font-size:1rem;font-weight:600;line-height:1.4;margin:0}
section{margin-top:3.2rem;padding-top:1.1rem;border-top:1px solid var(--line)}
.lead{font-family:var(--serif);font-size:1.22rem;line-height:1.5;max-width:44rem;margin:0 0 1.6rem;text-wrap:pretty}
.intro,.aside{color:var(--soft);max-width:44rem;margin:0 0 1.3rem}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(6.6rem,1fr));gap:1.2rem 0;margin:0 0 1.2rem}
.figures div{display:flex;flex-direction:column-reverse;justify-content:flex-end;border-left:1px solid var(--line);padding:0 1rem}
.figures dt{font-size:.85rem;color:var(--soft);line-height:1.3}
.figures dd{margin:0;font-family:var(--serif);font-size:2.1rem;line-height:1.2;font-variant-numeric:lining-nums tabular-nums}
.figures small{font-family:var(--sans);font-size:.85rem}
.mend{list-style:none;counter-reset:mend;margin:0;padding:0;display:grid;gap:1.6rem}
.mend li{counter-increment:mend;position:relative;padding-left:3.2rem}
.mend li::before{content:counter(mend);position:absolute;left:0;top:-.35rem;width:2.2rem;font-family:var(--serif);font-size:2.1rem;line-height:1.2;color:var(--soft);text-align:left}
.mend p{margin:.2rem 0 .6rem;max-width:40rem}
.mend .bar{max-width:40rem}
figure{margin:0 0 1.6rem}
svg{display:block;overflow:visible}
svg text{font-family:var(--sans);font-size:12px;fill:var(--ink)}
.track{fill:var(--track)}
.accent{fill:var(--accent)}
rect.calm{fill:var(--calm)}rect.watch{fill:var(--watch)}rect.likely{fill:var(--likely)}
.sign{font-size:.9em;vertical-align:.06em}
.sign.calm{color:var(--calm)}.sign.watch{color:var(--watch)}.sign.likely{color:var(--likely)}
.axis{stroke:var(--line)}
.bands{border-radius:3px;overflow:hidden}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.8rem;margin:.7rem 0 0;padding:0}
.legend small{white-space:nowrap}
.histogram{margin-top:.4rem}
.histogram text{text-anchor:middle}
.histogram .count{font-weight:600;font-variant-numeric:tabular-nums}
.histogram .none{font-weight:400;fill:var(--soft)}
.histogram :is(.wide,.narrow){fill:var(--soft)}
.histogram .narrow{display:none}
.principles{list-style:none;margin:0 0 .4rem;padding:0}
.principles li{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:.4rem 2.4rem;padding:.9rem 0;border-bottom:1px solid var(--line);align-items:center}
.principles li:last-child{border-bottom:0}
.who p{margin:.1rem 0 0;color:var(--soft)}
.how p{margin:0 0 .35rem}
.how strong{font-size:1.25rem;font-family:var(--serif);font-weight:600;font-variant-numeric:lining-nums tabular-nums;margin-right:.35rem}
.key{margin:0 0 .8rem;color:var(--soft)}
.kinds .name{font-weight:600;font-size:14px}
.kinds .value{text-anchor:end;font-size:13px;font-variant-numeric:tabular-nums;white-space:pre}
.kinds .scale{fill:var(--soft)}.kinds .end{text-anchor:end}
.gap{stroke:var(--soft);stroke-width:2}
.mark{overflow:visible}
circle.article{fill:var(--accent);stroke:var(--paper);stroke-width:2}
path.macro{fill:var(--likely);stroke:var(--paper);stroke-width:2}
.sign.article{color:var(--accent)}.sign.macro{color:var(--likely)}
.key .macro{margin-left:1.2rem}
.scroll{overflow-x:auto}
table{width:100%;border-collapse:collapse;font-size:.95rem}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{text-align:left;vertical-align:top;padding:.65rem 1rem .65rem 0;border-bottom:1px solid var(--line);font-weight:400;overflow-wrap:anywhere}
th:last-child,td:last-child{padding-right:0}
thead th{font-size:.8rem;color:var(--soft);padding-top:.3rem;padding-bottom:.4rem;vertical-align:bottom;overflow-wrap:normal}
.figure{text-align:right;font-variant-numeric:lining-nums tabular-nums;white-space:nowrap}
thead .figure{white-space:normal}
td p,th p{margin:.2rem 0 0;color:var(--soft);font-size:.9em;max-width:40rem}
.figure p{margin-left:auto;white-space:normal}
.figure .bar{min-width:5.5rem;margin:.45rem 0 0 auto;max-width:9rem;transform:scaleX(-1)}
.risk{font-family:var(--serif);font-size:1.25rem;font-variant-numeric:lining-nums tabular-nums;display:inline-block;min-width:1.6em}
.worst th:first-child{white-space:nowrap;width:5.5rem}
.worst p,.rules th p{max-width:none}
.rules thead .figure{width:6.5rem}.rules thead th:nth-child(2){width:10rem}
.rules th span{color:var(--soft);font-size:.9em}.rules th a{margin-right:.5rem}
q{quotes:"“" "”";font-weight:600}
details{margin-top:.8rem}
summary{cursor:pointer;color:var(--link);width:fit-content}
details table{width:auto;min-width:min(100%,24rem);margin-top:.4rem}
.rules details table{width:100%}
.notes{margin:.6rem 0 0;padding-left:1.2rem}
.reading p{max-width:44rem;color:var(--soft)}
@media (max-width:34rem){
.principles li{grid-template-columns:1fr}
.histogram .wide{display:none}.histogram .narrow{display:inline}
.histogram .count{font-size:10.5px}.histogram .band{font-size:10px}
.mend li{padding-left:2.2rem}
.figures{gap:1rem 0}.figures div{padding:0 .7rem}.figures dd{font-size:1.6rem}.figures small{display:none}
th,td{padding-right:.7rem}
.figure .bar{min-width:3.2rem}
.rules .figure :is(p,.bar),.rules :is(th,td):nth-child(3){display:none}
.rules thead .figure:nth-child(n){width:4.6rem}
}
@media (prefers-reduced-motion:no-preference){summary,a{transition:color .12s}}
@media (forced-colors:active){
.track{fill:Canvas;stroke:CanvasText}
:is(.accent,rect.likely,circle.article,path.macro){fill:CanvasText}
rect:is(.calm,.watch){fill:CanvasText}
.bands rect:is(.calm,.watch){fill:Canvas;stroke:CanvasText}
.gap,.axis{stroke:CanvasText}
svg text{fill:CanvasText}
}
@media print{body{max-width:none;padding:0}section{break-inside:auto;margin-top:1.6rem}tr,.mend li,figure{break-inside:avoid}.tools{display:none}a{color:inherit}}
`
