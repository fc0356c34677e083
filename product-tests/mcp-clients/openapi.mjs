// Validates the OpenAPI document at the given address with an independent validator.
import { Validator } from "@seriousme/openapi-schema-validator";

const document = await (await fetch(process.argv[2])).json();
const result = await new Validator().validate(document);
if (!result.valid) {
  console.error(JSON.stringify(result.errors, null, 2));
  process.exit(1);
}
console.log(`valid OpenAPI ${document.openapi}: ${Object.keys(document.paths).length} paths`);
