import styles from "./CoupleOnTheCount.module.css";

/** The project's own picture: a couple in a turn, their steps on the eight counts. */
export function CoupleOnTheCount({ className }: { className?: string | undefined }) {
  return (
    <svg className={className} viewBox="0 0 260 190" aria-hidden="true" focusable="false">
      <ellipse className={styles.floor} cx="130" cy="150" rx="104" ry="11" />
      <g className={styles.lead}>
        <circle cx="98" cy="38" r="12" className={styles.head} />
        <path d="M98 52 C95 70 94 82 96 98" strokeWidth="17" />
        <path d="M93 100 C90 118 86 130 80 148" strokeWidth="10" />
        <path d="M99 100 C104 116 108 130 110 148" strokeWidth="10" />
        <path d="M101 58 C114 50 122 38 133 24" strokeWidth="7" />
        <path d="M92 60 C92 76 102 84 120 84" strokeWidth="7" />
      </g>
      <g className={styles.follow}>
        <circle cx="152" cy="47" r="11" className={styles.head} />
        <path d="M152 60 C154 74 152 84 150 94" strokeWidth="13" />
        <path
          d="M143 92 C136 108 132 116 127 124 C142 131 164 131 176 122 C166 112 160 104 157 92 Z"
          className={styles.skirt}
        />
        <path d="M146 126 C145 136 144 140 143 148" strokeWidth="8" />
        <path d="M158 126 C164 134 167 139 171 146" strokeWidth="8" />
        <path d="M149 64 C146 50 140 38 134 25" strokeWidth="6" />
        <path d="M156 64 C168 72 180 70 190 60" strokeWidth="6" />
      </g>
      <g>
        <rect x="46" y="164" width="7" height="22" rx="3.5" className={styles.one} />
        <circle cx="73" cy="175" r="4" className={styles.step} />
        <circle cx="96" cy="175" r="4" className={styles.step} />
        <circle cx="119" cy="175" r="4.2" className={styles.tap} />
        <rect x="138" y="164" width="7" height="22" rx="3.5" className={styles.five} />
        <circle cx="165" cy="175" r="4" className={styles.step} />
        <circle cx="188" cy="175" r="4" className={styles.step} />
        <circle cx="211" cy="175" r="4.2" className={styles.tap} />
      </g>
    </svg>
  );
}
