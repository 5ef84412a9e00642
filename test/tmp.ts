import {readHtml} from '../server/formats/html/html.ts'
import {readTokens} from '../server/formats/html/tokens.ts'
for (const t of process.argv.slice(2)) { const text=JSON.parse(t)
readTokens(text, {text:(a,b)=>console.log('text',a,b), open:(...a)=>console.log('open',...a), close:(...a)=>console.log('close',...a), comment:(...a)=>console.log('comment',...a)})
const r=readHtml(text,'macro'); for(const b of r.blocks) console.log(JSON.stringify(b.prose), b.kind, b.map.toSource({start:0,end:b.prose.length}), b.marks)}
