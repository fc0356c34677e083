import { Search } from "lucide-react";
import { Input } from "./input";

interface SearchInputProps {
  /** What is searched, in the field as long as it is empty and for those who do not see it. */
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** A field to search by while typing; Escape or its cross empty it. */
export function SearchInput({ label, value, onChange }: SearchInputProps) {
  return (
    <div className="relative">
      <Search
        className="pointer-events-none absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-muted"
        aria-hidden="true"
      />
      <Input
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        className="h-8 pl-8 text-[13px]"
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
    </div>
  );
}
