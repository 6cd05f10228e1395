import { type Operator, operatorOf } from "@/lib/accounts/operator";
import type { Person } from "@/lib/accounts/find-session";
import { setOperator } from "@/lib/accounts/person";
import { testPerson } from "./people";

/** Someone who runs this installation, signed in. */
export async function testOperator(): Promise<{ person: Person; operator: Operator }> {
  const { person } = await testPerson();
  await setOperator(person.email, true);
  const asOperator = { ...person, isOperator: true };
  return { person: asOperator, operator: operatorOf(asOperator, "req_test") };
}
