/// The style sheet of a report; the colours are those of the figures.
enum ReportStyle {
  /// The rules besides ``FigureStyle/page``.
  ///
  /// No `<`, no `&`, nothing from elsewhere. Child combinators are spelled without `>`, which would be escaped.
  static let page = screen + phone + print

  private static let screen = """
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0 auto;padding:1.5rem 1.25rem 3rem;max-width:52rem;background:var(--tf-paper);color:var(--tf-ink);
    font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;hyphens:auto;
    overflow-wrap:break-word}
    h1,h2,h3{line-height:1.2;hyphens:manual}
    h1{font-size:2rem;margin:.1rem 0 .3rem}
    h2{font-size:1.4rem;margin:2.6rem 0 .7rem;padding-top:.9rem;border-top:1px solid var(--tf-axis)}
    h3{font-size:1.08rem;margin:1.7rem 0 .5rem}
    p,ul,dl{margin:.6rem 0}
    ul{padding-left:1.2rem}
    li{margin:.35rem 0}
    code{font:.92em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
    li code{white-space:nowrap}
    a{color:inherit;text-underline-offset:.15em}
    :focus-visible{outline:3px solid var(--tf-blue);outline-offset:2px}
    .kind{margin:0;font-size:.85rem;letter-spacing:.04em;text-transform:uppercase;color:var(--tf-muted)}
    .subtitle{margin:0;color:var(--tf-muted);max-width:40rem}
    .lead{font-size:1.28rem;line-height:1.4;font-weight:600;margin:.2rem 0 .8rem}
    .caution{border-left:4px solid var(--tf-vermillion);padding:.1rem 0 .1rem .8rem;margin:.9rem 0}
    main section:first-child h2{border-top:0;padding-top:0;margin-top:1.4rem}
    nav ul{list-style:none;margin:1.6rem 0;padding:0;display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;font-size:.92rem}
    nav li{margin:0}
    dl div{display:grid;grid-template-columns:11rem 1fr;gap:0 1rem;padding:.4rem 0;border-top:1px solid var(--tf-grid)}
    dt{color:var(--tf-muted)}
    dd{margin:0}
    dl.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(11.5rem,1fr));gap:.8rem;margin:1rem 0 1.2rem}
    dl.tiles div{display:block;border:1px solid var(--tf-axis);border-radius:.4rem;padding:.7rem .85rem}
    .tiles dt,.tiles dd{font-size:.86rem;line-height:1.35}
    .tiles .value{font-size:1.45rem;font-weight:700;line-height:1.25;margin:.15rem 0;hyphens:manual}
    figure{margin:.6rem 0}
    figcaption,.note{font-size:.88rem;color:var(--tf-muted);margin:.4rem 0 0}
    .source{display:block;margin-top:.25rem;color:var(--tf-ink)}
    details{margin:.5rem 0 1rem}
    summary{cursor:pointer;font-size:.9rem;width:max-content;max-width:100%;text-decoration:underline;
    text-underline-offset:.15em}
    .scroll{overflow-x:auto;margin:.6rem 0}
    tr{break-inside:avoid}
    table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.4;font-variant-numeric:tabular-nums}
    caption{text-align:left;font-size:.88rem;color:var(--tf-muted);padding:.2rem 0 .4rem}
    th,td{padding:.32rem .9rem .32rem 0;text-align:left;vertical-align:top;font-weight:400}
    th:last-child,td:last-child{padding-right:0}
    thead th{font-weight:600;border-bottom:1px solid var(--tf-axis);vertical-align:bottom}
    tbody tr{border-bottom:1px solid var(--tf-grid)}
    tbody tr.total th,tbody tr.total td{font-weight:600}
    tr.assumption td.t:first-of-type,tr.assumption th{border-left:4px solid var(--tf-vermillion);padding-left:.6rem}
    tr.assumption td.t:first-of-type{border-left:0;padding-left:0}
    tbody th{min-width:5.5rem}
    .dense{font-size:.8rem}
    .dense th,.dense td{padding-right:.5rem;min-width:0}
    .n{text-align:right;white-space:nowrap}
    .n + .t{padding-left:.5rem}
    .range{white-space:nowrap}
    thead .n{white-space:normal}
    footer{margin-top:3rem;border-top:1px solid var(--tf-axis);font-size:.86rem;color:var(--tf-muted)}

    """

  private static let phone = """
    @media screen and (max-width:599px){
    body{padding:1rem .9rem 2rem}
    h1{font-size:1.6rem}
    .lead{font-size:1.13rem}
    dl div{grid-template-columns:1fr}
    .stack,.stack tbody,.stack caption,.row,.row tbody,.row caption{display:block}
    .stack thead,.row thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    .stack tbody tr,.row tbody tr{display:block;padding:.5rem 0;overflow-wrap:anywhere}
    .stack tbody th,.stack tbody td{display:block;padding:.1rem 0;border:0}
    .row tbody th{display:block;padding:0}
    .row tbody td{display:inline-block;padding:.1rem 1.1rem .1rem 0;text-align:left;white-space:normal}
    .row tbody .n + .t{padding-left:0}
    .stack tbody th,.row tbody th{font-weight:600}
    .stack td::before,.row td::before{content:attr(data-label) ": ";color:var(--tf-muted);font-weight:400}
    th,td{padding-right:.6rem}
    .stack tr.assumption,.stack tr.assumption th{border-left:4px solid var(--tf-vermillion);padding-left:.6rem}
    .stack tr.assumption th{border-left:0;padding-left:0}
    dl.tiles{grid-template-columns:1fr 1fr;gap:.5rem}
    dl.tiles div{padding:.5rem .6rem}
    dl.tiles div:last-child:nth-child(odd){grid-column:1 / -1}
    }

    """

  private static let print = """
    @page{size:A4;margin:15mm 16mm 16mm;@bottom-right{content:counter(page) " / " counter(pages);
    font:8pt system-ui,sans-serif}}
    @media print{
    html{font-size:9.6pt}
    body{max-width:none;padding:0;line-height:1.4}
    h1{font-size:20pt}
    h2{font-size:14pt;break-after:avoid;margin-top:14pt;padding-top:6pt}
    h3 + figure{break-before:avoid}
    p,li{orphans:3;widows:3}
    h3{break-after:avoid}
    .lead{font-size:12.5pt}
    nav,summary{display:none}
    figure,tr,.tiles,.caution,dl div{break-inside:avoid}
    section.page{break-before:page}
    section.page h2{margin-top:0;border-top:0;padding-top:0}
    thead{display:table-header-group;break-after:avoid}
    caption{break-after:avoid}
    tbody tr:first-child{break-before:avoid}
    .scroll{overflow:visible}
    .whole{break-inside:avoid}
    .long{display:none}
    details .whole{break-inside:auto}
    dl.tiles{grid-template-columns:repeat(auto-fit,minmax(38mm,1fr))}
    table{font-size:8.6pt}
    .dense{font-size:7.4pt}
    .dense th,.dense td{padding-right:4pt}
    thead th{hyphens:auto;overflow-wrap:break-word}
    svg.tf-wide{max-width:100%;max-height:92mm}
    #summary svg.tf-wide{max-height:62mm}
    #summary .tall svg.tf-wide{max-height:90mm}
    #summary .lead{font-size:11.5pt;margin:2pt 0 4pt}
    #summary h2{display:none}
    #summary figcaption{font-size:7.6pt;line-height:1.3}
    #summary p,#summary dl{margin:4pt 0}
    #summary .note{font-size:8pt}
    #summary dl div{padding:2.5pt 0}
    #summary dl.tiles div{padding:3pt 6pt}
    #summary .tiles .value{font-size:13pt}
    #summary .tiles dt,#summary .tiles dd{font-size:8pt}
    #summary dd,#summary dt{font-size:9pt;line-height:1.35}
    #summary details{display:none}
    details::details-content{display:block;content-visibility:visible;block-size:auto}
    a{text-decoration:none}
    }

    """
}
