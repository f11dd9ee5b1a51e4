// node check-asyncapi.mjs FOLDER: reads asyncapi.yaml by AsyncAPI's own parser, which lies in FOLDER/node_modules, and prints what
// is wrong, a line each; ends with 1 if anything is.
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const { Parser, fromFile } = createRequire(join(resolve(process.argv[2]), 'package.json'))('@asyncapi/parser');
const file = join(dirname(fileURLToPath(import.meta.url)), 'asyncapi.yaml');
const { document, diagnostics } = await fromFile(new Parser(), file).parse();

const ERROR = 0;
const errors = diagnostics.filter((found) => found.severity === ERROR);
for (const found of errors) {
  console.log(`asyncapi.yaml:${found.range.start.line + 1}: ${found.path.join('.')}: ${found.message}`);
}
if (document) {
  console.log(`${document.channels().all().length} channels, ${document.messages().all().length} messages`);
}
process.exit(document && errors.length === 0 ? 0 : 1);
