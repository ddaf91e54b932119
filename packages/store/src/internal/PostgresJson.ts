/**
 * JSON texts as PostgreSQL reads them. A JSON text may hold a NUL character or half a surrogate pair, written as an escape;
 * PostgreSQL keeps such a text and refuses to read any part of it. Where it is to be read, each of the two counts as
 * U+FFFD, in the text and in what it is compared with; what is stored and served is the text as it came.
 */

/** What a text can be compared with; a text that PostgreSQL can hold is itself. */
export const readable = (text: string): string => text.replaceAll("\0", "\ufffd").toWellFormed()

/**
 * The function that makes a text readable: `crosswalk_json`. JSON.stringify writes whole surrogate pairs as they are, so an
 * escaped half is always a lone one.
 */
export const declare = `CREATE FUNCTION crosswalk_json(data text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN strpos(data, '\\u') = 0 THEN data ELSE regexp_replace(data,
    '(?<!\\\\)((?:\\\\\\\\)*)\\\\u(?:0000|[dD][89a-fA-F][0-9a-fA-F]{2})', '\\1\\\\ufffd', 'g') END $$`
