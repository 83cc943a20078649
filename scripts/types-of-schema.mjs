// TypeScript types of a JSON Schema, as far as our own schemas go; what it does not know is an error, not `any`.

const known = new Set(
  '$schema $id $defs $ref title description type properties required additionalProperties propertyNames items prefixItems enum const anyOf oneOf allOf default pattern format minimum maximum exclusiveMinimum exclusiveMaximum minLength maxLength minItems maxItems uniqueItems examples not minProperties maxProperties'.split(
    ' ',
  ),
);

/** The declarations of `name`, and of the `$defs` of the schema. */
export function typesOfSchema(schema, name) {
  const definitions = Object.entries(schema.$defs ?? {}).map(([key, definition]) => declaration(key, definition));
  return [declaration(name, schema), ...definitions].join('\n');
}

function declaration(name, schema) {
  return `${comment(schema.description)}export type ${typeName(name)} = ${typeOf(schema)};\n`;
}

function typeOf(schema) {
  if (schema === true) return 'unknown';
  for (const key of Object.keys(schema))
    if (!known.has(key)) throw new Error(`the schema has an unknown keyword: ${key}`);
  if (schema.$ref !== undefined) return typeName(schema.$ref.replace(/^#\/\$defs\//, ''));
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const union = schema.anyOf ?? schema.oneOf;
  if (union !== undefined) return `(${union.map(typeOf).join(' | ')})`;
  if (schema.allOf !== undefined) return `(${schema.allOf.map(typeOf).join(' & ')})`;
  return [schema.type ?? 'any']
    .flat()
    .map((type) => ofType(type, schema))
    .join(' | ');
}

function ofType(type, schema) {
  switch (type) {
    case 'object':
      return objectType(schema);
    case 'array':
      if (schema.prefixItems !== undefined) return `[${schema.prefixItems.map(typeOf).join(', ')}]`;
      return `(${typeOf(schema.items ?? true)})[]`;
    case 'integer':
      return 'number';
    case 'any':
      return 'unknown';
    default:
      return type;
  }
}

function objectType({ properties = {}, required = [], additionalProperties }) {
  const members = Object.entries(properties).map(
    ([name, schema]) =>
      `${comment(schema.description)}${JSON.stringify(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema)};`,
  );
  const isOpen = additionalProperties !== undefined && additionalProperties !== false;
  // Beside named members an index signature has to admit them all.
  if (isOpen)
    members.push(`[name: string]: ${members.length > 0 ? 'unknown' : typeOf(emptyIsAny(additionalProperties))};`);
  return `{ ${members.join('\n')} }`;
}

function emptyIsAny(schema) {
  return schema === true || Object.keys(schema).length === 0 ? true : schema;
}

function comment(text) {
  return text === undefined ? '' : `/** ${text.replaceAll('*/', '*\\/')} */\n`;
}

function typeName(name) {
  return name.replace(/(?:^|[^A-Za-z0-9])([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
