import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Console } from './console.tsx';
import '@xyflow/react/dist/base.css';
import './console.css';
import './pages/topology/topology.css';
import './resources/resources.css';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no place for the console');
createRoot(root).render(
  <StrictMode>
    <Console />
  </StrictMode>,
);
