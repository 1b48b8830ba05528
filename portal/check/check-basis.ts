import { useEffect, useState } from 'react';
import type { CheckBasis } from '../../shared/check-basis.ts';
import { PERIODS } from '../../templates/periods.ts';
import type { NumberedBasis } from './messages.ts';

let basesKnown = 0;

/** A basis with a number that no other has. */
export function numbered(basis: CheckBasis): NumberedBasis {
  basesKnown += 1;
  return { ...basis, number: basesKnown };
}

const NOBODY = { register: null, previous: null, lastYear: null };

/** The periods that come with the product: what is checked by where no server says otherwise. */
const SHIPPED = numbered({ periods: PERIODS, ...NOBODY });

let fetched: NumberedBasis | null = null;

/**
 * What anybody checks by: the periods of this installation, without an account. Until they are there, and
 * where the page is used without a server, those that come with the product.
 */
export function useOpenBasis(): NumberedBasis {
  const [basis, setBasis] = useState(fetched ?? SHIPPED);
  useEffect(() => {
    if (fetched !== null) return;
    let isHere = true;
    openPeriods().then(
      (periods) => {
        fetched = numbered({ periods, ...NOBODY });
        if (isHere) setBasis(fetched);
      },
      // Without a network the page goes on by what it came with.
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, []);
  return basis;
}

async function openPeriods(): Promise<CheckBasis['periods']> {
  const response = await fetch('/api/check-basis');
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const { periods } = (await response.json()) as Pick<CheckBasis, 'periods'>;
  if (periods.length === 0) throw new Error('no periods');
  return periods;
}
