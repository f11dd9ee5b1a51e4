// Connects the official TypeScript client to the address in the first line of its input, lists all there is, calls each tool
// as the second line says ({"name": {arguments}}), and writes what came back as JSON. The client checks every structured
// answer against the output schema of its tool; what does not fit ends this program with an error.
import { createInterface } from 'node:readline/promises'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'

const lines = []
for await (const line of createInterface({ input: process.stdin })) lines.push(line)
const [address, calls] = [lines[0], JSON.parse(lines[1])]

const client = new Client({ name: 'citestream-test', version: '1' })
await client.connect(new StreamableHTTPClientTransport(new URL(address)))
const { tools } = await client.listTools()
const answers = {}
for (const [name, given] of Object.entries(calls)) answers[name] = await client.callTool({ name, arguments: given })
const { prompts } = await client.listPrompts()
const { resourceTemplates } = await client.listResourceTemplates()
// Whatever an answer said, nothing else is offered or called afterwards.
const after = await client.listTools()
await client.close()

const names = (all) => all.map((one) => one.name)
process.stdout.write(
  JSON.stringify({
    instructions: client.getInstructions(),
    tools: names(tools),
    toolsAfter: names(after.tools),
    schemas: tools.filter((tool) => tool.inputSchema && tool.outputSchema).length,
    prompts: names(prompts),
    resources: resourceTemplates.map((one) => one.uriTemplate),
    answers,
  }),
)
