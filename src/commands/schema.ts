import { closestName } from '../base/closest-name.js';
import { jsonText } from '../report/json-text.js';
import { jsonSchemas } from './json-schemas.js';
import { EXIT, type CommandWorld } from './world.js';

/** `schema NAME`: the JSON Schema of a file; without a name, which there are. */
export function schemaCommand(name: string | undefined, { console }: CommandWorld): Promise<number> {
  const names = Object.keys(jsonSchemas);
  if (name === undefined) {
    console.json({ schemas: names });
    console.print(names.join('\n'));
    return Promise.resolve(EXIT.completed);
  }
  const schema = Object.hasOwn(jsonSchemas, name) ? jsonSchemas[name] : undefined;
  if (schema === undefined) {
    const near = closestName(name, names);
    const help = `${near === null ? '' : `Did you mean '${near}'? `}There are: ${names.join(', ')}`;
    return Promise.resolve(
      console.fail({ code: 'unknown-schema', message: `There is no schema '${name}'`, help }, EXIT.invalid),
    );
  }
  console.raw(jsonText(schema()));
  return Promise.resolve(EXIT.completed);
}
