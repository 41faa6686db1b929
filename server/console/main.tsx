import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import * as z from 'zod/mini';
import '../../components/theme.css';
import { App } from './App.tsx';
import './console.css';
import './forms.css';
import './incident-detail.css';
import './incidents.css';
import './pages.css';

z.config({ jitless: true }); // the content policy allows no eval

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
