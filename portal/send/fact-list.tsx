interface FactsProps {
  /** Name and value. */
  readonly facts: readonly (readonly [string, string])[];
}

/** What a receipt says, a line a fact. */
export const FactList = ({ facts }: FactsProps) => (
  <dl>
    {facts.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
