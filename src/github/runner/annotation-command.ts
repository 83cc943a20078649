import type { Annotation } from './annotations.js';

/** Which of the runner's lists an annotation is shown in. */
export type AnnotationLevel = Annotation['severity'] | 'notice';

/**
 * An annotation as the runner reads it from standard output, one line with its end (ActionCommand.cs). Written here and not by
 * `@actions/core`, whose HTTP client would be nine tenths of what every start loads.
 */
export function annotationCommand(
  level: AnnotationLevel,
  { title, message, place }: Omit<Annotation, 'severity'>,
): string {
  const properties = [
    ['title', title],
    ['file', place?.file],
    ['line', place?.line],
    ['col', place?.column],
    ['endColumn', place?.endColumn],
  ] as const;
  const given = properties.flatMap(([name, value]) =>
    value == null ? [] : [`${name}=${escapedProperty(`${value}`)}`],
  );
  return `::${level}${given.length === 0 ? '' : ` ${given.join(',')}`}::${escapedData(message)}\n`;
}

function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
