/** The mark of Sluice: a raised gate between its posts, and the stream below. Decorative. */
export function GateMark() {
  return (
    <svg className="gate-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <rect className="gate-ground" width="32" height="32" rx="8" />
      <path
        className="gate-lines"
        d="M7.5 6.5v13M24.5 6.5v13M5.5 25.5c1.75-1.7 3.5-1.7 5.25 0s3.5 1.7 5.25 0 3.5-1.7 5.25 0 3.5 1.7 5.25 0"
      />
      <rect className="gate-door" x="11.2" y="5.1" width="9.6" height="12" rx="1.6" />
    </svg>
  );
}
