import { roles } from '../vocabulary.ts';
import type { Role } from '../vocabulary.ts';
import { roleHints, roleTitles } from './words.ts';

interface RoleBoxesProps {
  readonly legend: string;
  readonly chosen: readonly Role[];
  readonly onChange: (roles: readonly Role[]) => void;
}

/** Any number of roles. */
export function RoleBoxes({ legend, chosen, onChange }: RoleBoxesProps) {
  return (
    <fieldset className="boxes">
      <legend>{legend}</legend>
      {roles.map((role) => (
        <label key={role} className="check">
          <input
            type="checkbox"
            checked={chosen.includes(role)}
            onChange={({ target }) =>
              onChange(roles.filter((one) => (one === role ? target.checked : chosen.includes(one))))
            }
          />
          <span>
            {roleTitles[role]} <span className="quiet small">{roleHints[role]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
