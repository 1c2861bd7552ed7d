// Reads the first page of each PDF with pdf.js, as a parser built on it would: items in order, a line break
// where an item ends its line. The argument is the folder that pdfjs-dist is installed in.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const modules = process.argv[2]
const { getDocument } = await import(pathToFileURL(join(modules, 'pdfjs-dist/legacy/build/pdf.mjs')))
const read = []
for (const path of JSON.parse(readFileSync(0, 'utf8'))) {
  const data = new Uint8Array(readFileSync(path))
  const file = await getDocument({ data, verbosity: 0 }).promise
  const page = await file.getPage(1)
  const { items } = await page.getTextContent()
  const annotations = await page.getAnnotations()
  read.push({
    text: items.map(({ str, hasEOL }) => str + (hasEOL ? '\n' : '')).join(''),
    links: annotations.map(({ unsafeUrl, url }) => unsafeUrl ?? url),
  })
}
process.stdout.write(JSON.stringify(read))
