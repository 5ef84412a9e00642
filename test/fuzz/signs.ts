/** Signs that are parted by a middle dot here. */
const parted = (signs: string): readonly string[] => signs.split('·')

/** What means something in Markdown. */
export const markdownSigns = [
  ...parted('# ·## ·- ·1. ·> ·```\n·~~~\n·    ·***·**·*·_·~~·`·``·\\·  \n·\\\n·\n\n·\n·\r\n·\r'),
  ...parted('[a](b)·[a][b]·[b]: c\n·![a](b)·[^1]·[^1]: ·<https://a.b>·https://a.b/c·a@b.c·&amp;·&#8217;'),
  ...parted('| a | b |\n|---|---|\n·---\n·===\n·---\ntitle: A\npurpose: ask\n---\n·<div>·</div>·<!-- · -->'),
  ...parted('<br>·<code>·{:.a}·:::note\n·:::\n·!!! note\n    ·> [!NOTE]\n·- [ ] '),
]

/** What parts a page of replies. */
export const pageSigns = parted(
  '# Saved replies\n\n·## Title\n\n·---- Title\n\n·\n---\n·**Title**\n\n·Subject: ·Hi {{name}},\n\n',
)

/** What means something in HTML. */
export const htmlSigns = [
  ...parted('<p>·</p>·<div>·</div>·<br>·<br/>·<b>·</b>·<a href="b">·</a>·<li>·<ul>·<ol>·</ul>·<table><tr><td>·</td>'),
  ...parted(
    '<pre>·<code>·<style>·</style>·<script>·</script>·<!--·-->·<![CDATA[·]]>·<textarea>·<title>·<!DOCTYPE html>',
  ),
  ...parted('&amp;·&nbsp;·&lt·&#128512;·&#xD83D;·&·<·>·="·=\'·<h1>·<span hidden>·<blockquote>·<svg>·<img alt="a">'),
  ...parted('<p style="display:none">·\n·\r\n·\r·</·<a'),
]

/** What means something to FreeMarker. */
// biome-ignore-start lint/suspicious/noTemplateCurlyInString: so does FreeMarker write them
export const freeMarkerSigns = [
  ...parted('<#if a>·</#if>·<#else>·<#list a as b>·</#list>·<#-- · -->·$·{·}·${a}·${a!"b"}·#{a}'),
  ...parted('<#assign a = "b">·<@macro/>·[#if a]·[/#if]·<#noparse>·</#noparse>·<#ftl>·<#macro a>·</#macro>'),
]

// biome-ignore-end lint/suspicious/noTemplateCurlyInString: so does FreeMarker write them

/** What means something to Liquid. */
export const liquidSigns = [
  ...parted('{%·%}·{{·}}·{%-·-%}·{% if a %}·{% else %}·{% endif %}·{% for a in b %}·{% endfor %}·{% comment %}'),
  ...parted('{% endcomment %}·{% raw %}·{% endraw %}·{% assign a = "b" %}·{{ a | b: "c" }}·{# a #}'),
]

/** What means something in JSON. */
export const jsonSigns = parted(
  '{·}·[·]·,·:·"·\\·\\n·\\"·\\u00e9·\\ud83d\\ude00·\\ud83d·\\u·\\/·null·true·1e9·//·/*·*/·{"title":"A","body":"B"},·"name":·"comment":·"__proto__":',
)

/** What means something in YAML. */
export const yamlSigns = [
  ...parted("- ·: ·? ·|·>·|-·>+·|2·\"·'·''·\\n·\\u00e9·\\·#·&a ·*a·!!str ·!·{·}·[·]·,·---\n·...\n·%YAML 1.2\n·<<: "),
  ...parted('\n·\r\n·\r·\n  ·\n    ·\t·\n\n·- name: A\n  comment: B\n·  comment: |\n    '),
]

/** What means something in XML. */
export const xmlSigns = parted(
  '<·>·</·/>·<a>·</a>·<![CDATA[·]]>·<!--·-->·<?xml version="1.0"?>·<!DOCTYPE a [<!ENTITY b "c">]>·&b;·&amp;·&#10;·&#x1F600;·&·="·"·<body>·</body>·<text>·<name>A</name>·\n·\r\n·\r',
)

/** What means something in CSV. */
export const csvSigns = parted(',·;·\t·"·""·\n·\r\n·\r·\n"·",·title,body\n·title;body\n·\ufeff')

/** What means something in a regular expression. */
export const expressionSigns = parted(
  '(·)·(?:·(?=·(?!·(?<=·(?<!·(?i)·(?P<a>·(?#·[·]·[^·-·|·*·+·?·*?·{2}·{0,3}·{1,}·\\b·\\w·\\d·\\s·\\p{L}·[[:alpha:]]·\\x{41}·\\u00e9·\\Q·.·^·$·\\·\\1·a·ab·é·😀',
)

/** What a configuration can say. */
export const configurationWords = parted(
  'extends·root·rules·macros·articles·ignore·phrases·styles·allow·overrides·files·items·title·body·as·purpose·recording·maxFileSize·failUnder·$schema·__proto__·constructor·polluted·minimiser·clarity·house/a·vale/A.B·off·warning·suggestion·on·find·say·bad·good·$.list[*]·@key·@value·**/*.md·{a,b}·../a·/etc·a/**·html',
)

/** What means something in a message to the server. */
export const messageWords = parted(
  'Content-Length: ·Content-Length: 2\r\n\r\n{}·Content-Type: x\r\n·\r\n\r\n·\r\n·"id":·"method":·"params":·"jsonrpc":"2.0"·null·-1·1e9·[]·{}·"textDocument/hover"·"textDocument/didOpen"·"textDocument/didChange"·"textDocument/codeAction"·"codeAction/resolve"·"textDocument/documentSymbol"·"workspace/executeCommand"·"workspace/didChangeWatchedFiles"·"workspace/didChangeWorkspaceFolders"·"exit"·"shutdown"·"initialize"·"line":·"character":·"uri":"file:///a.md"·"uri":5·"text":·"range":null·"version":null',
)
