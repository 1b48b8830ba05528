const DAY = 24 * 60 * 60 * 1000;

/** Days until a day, both `YYYY-MM-DD` in China: 0 on the day itself, below 0 after it. */
export const daysUntil = (due: string, today: string): number =>
  Math.round((Date.parse(due) - Date.parse(today)) / DAY);
